// Written by scripts/check-messages.ts --write, from the files in messages.
import zhApi from "@/messages/zh-CN/api.json";
import zhCommon from "@/messages/zh-CN/common.json";
import zhDistricts from "@/messages/zh-CN/districts.json";
import zhErrors from "@/messages/zh-CN/errors.json";
import zhFields from "@/messages/zh-CN/fields.json";
import zhForms from "@/messages/zh-CN/forms.json";
import zhLogin from "@/messages/zh-CN/login.json";
import zhRefusals from "@/messages/zh-CN/refusals.json";
import zhShell from "@/messages/zh-CN/shell.json";
import zhUi from "@/messages/zh-CN/ui.json";
import zhWorkspace from "@/messages/zh-CN/workspace.json";
import enApi from "@/messages/en/api.json";
import enCommon from "@/messages/en/common.json";
import enDistricts from "@/messages/en/districts.json";
import enErrors from "@/messages/en/errors.json";
import enFields from "@/messages/en/fields.json";
import enForms from "@/messages/en/forms.json";
import enLogin from "@/messages/en/login.json";
import enRefusals from "@/messages/en/refusals.json";
import enShell from "@/messages/en/shell.json";
import enUi from "@/messages/en/ui.json";
import enWorkspace from "@/messages/en/workspace.json";

const chinese = {
  api: zhApi,
  common: zhCommon,
  districts: zhDistricts,
  errors: zhErrors,
  fields: zhFields,
  forms: zhForms,
  login: zhLogin,
  refusals: zhRefusals,
  shell: zhShell,
  ui: zhUi,
  workspace: zhWorkspace,
};

export type Catalogue = typeof chinese;
export type Namespace = keyof Catalogue;

const english: Catalogue = {
  api: enApi,
  common: enCommon,
  districts: enDistricts,
  errors: enErrors,
  fields: enFields,
  forms: enForms,
  login: enLogin,
  refusals: enRefusals,
  shell: enShell,
  ui: enUi,
  workspace: enWorkspace,
};

export const catalogue = { "zh-CN": chinese, en: english };
