import { accountEndpoints } from "@/lib/accounts/endpoints";
import { auditEndpoints } from "@/lib/audit/endpoints";
import { cadreEndpoints } from "@/lib/cadres/endpoints";
import { calendarEndpoints } from "@/lib/calendar/endpoints";
import { districtEndpoints } from "@/lib/districts/endpoints";
import { enterpriseEndpoints } from "@/lib/enterprises/endpoints";
import { unitEndpoints } from "@/lib/units/endpoints";

/** Every endpoint of the API, as its features define them. */
export const endpoints = [
  ...districtEndpoints,
  ...unitEndpoints,
  ...cadreEndpoints,
  ...enterpriseEndpoints,
  ...accountEndpoints,
  ...calendarEndpoints,
  ...auditEndpoints,
];
