import {
  IconAdjustments, IconAlertTriangle, IconApi, IconBuilding, IconBuildingFactory2, IconCalendarEvent, IconChartBar, IconChecklist,
  IconClipboardList, IconCoins, IconFileImport, IconFileText, IconGavel, IconHistory, IconHome, IconIdBadge2, IconMap2, IconPoint,
  IconShieldCheck, IconTimeline, IconTrafficLights, IconTrophy, IconUserCog, IconUsers, IconUsersGroup, type Icon,
} from "@tabler/icons-react"; // prettier-ignore

const icons = {
  home: IconHome,
  units: IconBuilding,
  cadres: IconIdBadge2,
  accounts: IconUserCog,
  enterprises: IconBuildingFactory2,
  districts: IconMap2,
  calendar: IconCalendarEvent,
  settings: IconAdjustments,
  audit: IconShieldCheck,
  api: IconApi,
  projects: IconClipboardList,
  schedules: IconTimeline,
  funds: IconCoins,
  issues: IconAlertTriangle,
  lights: IconTrafficLights,
  meetings: IconUsersGroup,
  directives: IconGavel,
  duties: IconUsers,
  batches: IconChecklist,
  bulletins: IconFileText,
  leagues: IconTrophy,
  dashboards: IconChartBar,
  imports: IconFileImport,
  history: IconHistory,
} satisfies Record<string, Icon>;

export type NavIconKey = keyof typeof icons;

export function NavIcon({ name, size = 18 }: { name: string; size?: number }) {
  const Drawn = icons[name as NavIconKey] ?? IconPoint;
  return <Drawn size={size} stroke={1.6} aria-hidden />;
}
