// Written by scripts/check-messages.ts --write, from the files in messages.
import zhAccounts from "@/messages/zh-CN/accounts.json";
import zhApi from "@/messages/zh-CN/api.json";
import zhAudit from "@/messages/zh-CN/audit.json";
import zhCadres from "@/messages/zh-CN/cadres.json";
import zhCalendar from "@/messages/zh-CN/calendar.json";
import zhCommon from "@/messages/zh-CN/common.json";
import zhDashboards from "@/messages/zh-CN/dashboards.json";
import zhDistricts from "@/messages/zh-CN/districts.json";
import zhDuties from "@/messages/zh-CN/duties.json";
import zhEnterprises from "@/messages/zh-CN/enterprises.json";
import zhErrors from "@/messages/zh-CN/errors.json";
import zhFields from "@/messages/zh-CN/fields.json";
import zhFigures from "@/messages/zh-CN/figures.json";
import zhForms from "@/messages/zh-CN/forms.json";
import zhFunds from "@/messages/zh-CN/funds.json";
import zhHistory from "@/messages/zh-CN/history.json";
import zhLights from "@/messages/zh-CN/lights.json";
import zhLogin from "@/messages/zh-CN/login.json";
import zhMergers from "@/messages/zh-CN/mergers.json";
import zhProgress from "@/messages/zh-CN/progress.json";
import zhProjects from "@/messages/zh-CN/projects.json";
import zhRefusals from "@/messages/zh-CN/refusals.json";
import zhSchedules from "@/messages/zh-CN/schedules.json";
import zhShell from "@/messages/zh-CN/shell.json";
import zhUi from "@/messages/zh-CN/ui.json";
import zhUnits from "@/messages/zh-CN/units.json";
import zhViews from "@/messages/zh-CN/views.json";
import zhWorkspace from "@/messages/zh-CN/workspace.json";
import enAccounts from "@/messages/en/accounts.json";
import enApi from "@/messages/en/api.json";
import enAudit from "@/messages/en/audit.json";
import enCadres from "@/messages/en/cadres.json";
import enCalendar from "@/messages/en/calendar.json";
import enCommon from "@/messages/en/common.json";
import enDashboards from "@/messages/en/dashboards.json";
import enDistricts from "@/messages/en/districts.json";
import enDuties from "@/messages/en/duties.json";
import enEnterprises from "@/messages/en/enterprises.json";
import enErrors from "@/messages/en/errors.json";
import enFields from "@/messages/en/fields.json";
import enFigures from "@/messages/en/figures.json";
import enForms from "@/messages/en/forms.json";
import enFunds from "@/messages/en/funds.json";
import enHistory from "@/messages/en/history.json";
import enLights from "@/messages/en/lights.json";
import enLogin from "@/messages/en/login.json";
import enMergers from "@/messages/en/mergers.json";
import enProgress from "@/messages/en/progress.json";
import enProjects from "@/messages/en/projects.json";
import enRefusals from "@/messages/en/refusals.json";
import enSchedules from "@/messages/en/schedules.json";
import enShell from "@/messages/en/shell.json";
import enUi from "@/messages/en/ui.json";
import enUnits from "@/messages/en/units.json";
import enViews from "@/messages/en/views.json";
import enWorkspace from "@/messages/en/workspace.json";

const chinese = {
  accounts: zhAccounts,
  api: zhApi,
  audit: zhAudit,
  cadres: zhCadres,
  calendar: zhCalendar,
  common: zhCommon,
  dashboards: zhDashboards,
  districts: zhDistricts,
  duties: zhDuties,
  enterprises: zhEnterprises,
  errors: zhErrors,
  fields: zhFields,
  figures: zhFigures,
  forms: zhForms,
  funds: zhFunds,
  history: zhHistory,
  lights: zhLights,
  login: zhLogin,
  mergers: zhMergers,
  progress: zhProgress,
  projects: zhProjects,
  refusals: zhRefusals,
  schedules: zhSchedules,
  shell: zhShell,
  ui: zhUi,
  units: zhUnits,
  views: zhViews,
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
  dashboards: enDashboards,
  districts: enDistricts,
  duties: enDuties,
  enterprises: enEnterprises,
  errors: enErrors,
  fields: enFields,
  figures: enFigures,
  forms: enForms,
  funds: enFunds,
  history: enHistory,
  lights: enLights,
  login: enLogin,
  mergers: enMergers,
  progress: enProgress,
  projects: enProjects,
  refusals: enRefusals,
  schedules: enSchedules,
  shell: enShell,
  ui: enUi,
  units: enUnits,
  views: enViews,
  workspace: enWorkspace,
};

export const catalogue = { "zh-CN": chinese, en: english };
