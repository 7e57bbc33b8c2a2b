import { accountEndpoints } from "@/lib/accounts/endpoints";
import { auditEndpoints } from "@/lib/audit/endpoints";
import { cadreEndpoints } from "@/lib/cadres/endpoints";
import { calendarEndpoints } from "@/lib/calendar/endpoints";
import { districtEndpoints } from "@/lib/districts/endpoints";
import { dutyEndpoints } from "@/lib/duties/endpoints";
import { enterpriseEndpoints } from "@/lib/enterprises/endpoints";
import { figureEndpoints } from "@/lib/figures/endpoints";
import { fundEndpoints } from "@/lib/funds/endpoints";
import { reportEndpoints } from "@/lib/progress/endpoints";
import { projectEndpoints } from "@/lib/projects/endpoints";
import { scheduleEndpoints } from "@/lib/schedules/endpoints";
import { unitEndpoints } from "@/lib/units/endpoints";

/** Every endpoint of the API, as its features define them. */
export const endpoints = [
  ...districtEndpoints,
  ...unitEndpoints,
  ...cadreEndpoints,
  ...enterpriseEndpoints,
  ...projectEndpoints,
  ...reportEndpoints,
  ...dutyEndpoints,
  ...scheduleEndpoints,
  ...fundEndpoints,
  ...figureEndpoints,
  ...accountEndpoints,
  ...calendarEndpoints,
  ...auditEndpoints,
];
