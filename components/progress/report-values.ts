import { z } from "zod";
import { id, day } from "@/lib/foundation/schema";
import { reportCells } from "@/lib/progress/schema";

/** The fields of one project's form: the command takes them as one report of a week. */
export const reportFormSchema = reportCells.extend({ districtId: id, projectId: id, asOfOn: day, version: z.number().int().min(0) });
export type ReportFormValues = z.input<typeof reportFormSchema>;
