import { z } from "zod";
import { day, id, optionalText, shortText, version, wan, year } from "@/lib/foundation/schema";
import { FundKind, FundSource } from "@/prisma/generated/enums";

export const fundSources = Object.values(FundSource);
export const fundKinds = Object.values(FundKind);

const amount = wan.refine((text) => text !== "0", "amountZero");

/** Without a project: of the district as a whole. The year is the day's; whoever says it must say the same. */
const entry = z
  .strictObject({
    projectId: z.union([z.literal("").transform(() => null), id]).nullish(),
    year: year.optional(), source: z.enum(FundSource), kind: z.enum(FundKind), day, amountWan: amount, note: optionalText(200),
  })
  .refine(({ year: said, day: on }) => said === undefined || String(said) === on.slice(0, 4), { path: ["day"], message: "otherYear" });
export const addFundsSchema = z.strictObject({ districtId: id, entries: z.array(entry).min(1).max(500) });
export const withdrawFundSchema = z.strictObject({ id, version, reason: shortText(200) });

export const fundFilter = z.strictObject({
  districtId: id.optional().catch(undefined),
  year: year.optional().catch(undefined),
  source: z.enum(FundSource).optional().catch(undefined),
  kind: z.enum(FundKind).optional().catch(undefined),
  of: z.enum(["project", "whole"]).optional().catch(undefined),
  withdrawn: z.enum(["no", "only", "all"]).catch("no"),
});
export type FundFilter = z.infer<typeof fundFilter>;

export const fundShape = z.strictObject({
  id: z.uuid(),
  districtId: z.uuid(),
  projectId: z.uuid().nullable(),
  year: z.number(),
  source: z.enum(FundSource),
  kind: z.enum(FundKind),
  day: z.string(),
  amountWan: z.string(),
  note: z.string().nullable(),
  withdrawnOn: z.string().nullable(),
  withdrawReason: z.string().nullable(),
  version: z.number(),
});
