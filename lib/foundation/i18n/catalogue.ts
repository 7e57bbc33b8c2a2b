// Written by scripts/check-messages.ts --write, from the files in messages.
import zhAccounts from "@/messages/zh-CN/accounts.json";
import zhApi from "@/messages/zh-CN/api.json";
import zhAudit from "@/messages/zh-CN/audit.json";
import zhCadres from "@/messages/zh-CN/cadres.json";
import zhCalendar from "@/messages/zh-CN/calendar.json";
import zhCommon from "@/messages/zh-CN/common.json";
import zhDistricts from "@/messages/zh-CN/districts.json";
import zhEnterprises from "@/messages/zh-CN/enterprises.json";
import zhErrors from "@/messages/zh-CN/errors.json";
import zhFields from "@/messages/zh-CN/fields.json";
import zhForms from "@/messages/zh-CN/forms.json";
import zhHistory from "@/messages/zh-CN/history.json";
import zhLogin from "@/messages/zh-CN/login.json";
import zhMergers from "@/messages/zh-CN/mergers.json";
import zhRefusals from "@/messages/zh-CN/refusals.json";
import zhShell from "@/messages/zh-CN/shell.json";
import zhUi from "@/messages/zh-CN/ui.json";
import zhUnits from "@/messages/zh-CN/units.json";
import zhWorkspace from "@/messages/zh-CN/workspace.json";
import enAccounts from "@/messages/en/accounts.json";
import enApi from "@/messages/en/api.json";
import enAudit from "@/messages/en/audit.json";
import enCadres from "@/messages/en/cadres.json";
import enCalendar from "@/messages/en/calendar.json";
import enCommon from "@/messages/en/common.json";
import enDistricts from "@/messages/en/districts.json";
import enEnterprises from "@/messages/en/enterprises.json";
import enErrors from "@/messages/en/errors.json";
import enFields from "@/messages/en/fields.json";
import enForms from "@/messages/en/forms.json";
import enHistory from "@/messages/en/history.json";
import enLogin from "@/messages/en/login.json";
import enMergers from "@/messages/en/mergers.json";
import enRefusals from "@/messages/en/refusals.json";
import enShell from "@/messages/en/shell.json";
import enUi from "@/messages/en/ui.json";
import enUnits from "@/messages/en/units.json";
import enWorkspace from "@/messages/en/workspace.json";

const chinese = {
  accounts: zhAccounts,
  api: zhApi,
  audit: zhAudit,
  cadres: zhCadres,
  calendar: zhCalendar,
  common: zhCommon,
  districts: zhDistricts,
  enterprises: zhEnterprises,
  errors: zhErrors,
  fields: zhFields,
  forms: zhForms,
  history: zhHistory,
  login: zhLogin,
  mergers: zhMergers,
  refusals: zhRefusals,
  shell: zhShell,
  ui: zhUi,
  units: zhUnits,
  workspace: zhWorkspace,
};

export type Catalogue = typeof chinese;
export type Namespace = keyof Catalogue;

const english: Catalogue = {
  accounts: enAccounts,
  api: enApi,
  audit: enAudit,
  cadres: enCadres,
  calendar: enCalendar,
  common: enCommon,
  districts: enDistricts,
  enterprises: enEnterprises,
  errors: enErrors,
  fields: enFields,
  forms: enForms,
  history: enHistory,
  login: enLogin,
  mergers: enMergers,
  refusals: enRefusals,
  shell: enShell,
  ui: enUi,
  units: enUnits,
  workspace: enWorkspace,
};

export const catalogue = { "zh-CN": chinese, en: english };
