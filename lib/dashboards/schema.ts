import { z } from "zod";
import { day, id, year } from "@/lib/foundation/schema";
import { ProjectLevel } from "@/prisma/generated/enums";

/** Key projects of the province and the city are what superiors ask of; a county keeps its own beside them. */
export const levelChoices = { upper: [ProjectLevel.province, ProjectLevel.city], province: [ProjectLevel.province], city: [ProjectLevel.city], county: [ProjectLevel.county] } as const;
export type LevelChoice = keyof typeof levelChoices;
export const levelNames = Object.keys(levelChoices) as LevelChoice[];

/** What the address of the dashboard asks; anything else there is the usual. */
export const dashboardQuery = z.strictObject({ on: day.optional().catch(undefined), year: year.optional().catch(undefined), district: id.optional().catch(undefined), level: z.enum(levelNames).optional().catch(undefined) });
