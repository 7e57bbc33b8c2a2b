import { z } from "zod";
import { isDay } from "./calendar";
import { readAmount } from "./money";

/** Pieces that schemas share. Texts are trimmed and bounded; every object built from them is strict. */
export const id = z.uuid("notAnOption");
export const version = z.number().int().min(1).max(2_147_483_647);
export const shortText = (max: number) => z.string().trim().min(1).max(max);
/** May be left empty: "" becomes null. */
export const optionalText = (max: number) => z.string().trim().max(max).nullish().transform((text) => text || null);
export const day = z.string().max(10).refine(isDay, "notADay");
/** A mobile number, or a landline with its area code; spaces and hyphens are dropped. */
export const phone = z
  .string()
  .trim()
  .max(30)
  .nullish()
  .transform((text) => text?.replaceAll(/[\s\-－—()（）]/g, "").normalize("NFKC") || null)
  .refine((text) => text === null || /^1[3-9]\d{9}$|^0\d{9,11}$/.test(text), "badPhone");
export const search = z.string().trim().max(50).optional();

const masked = /^\d{3,4}\*{4}\d{2,4}$/;

/** A phone in a form of change. Left out, or masked as the form shows it, it stays as it is; empty takes it away. */
export const changedPhone = z.union([z.string().trim().regex(masked).transform(() => undefined), phone]).optional();

/** A day that a form may leave empty. */
export const optionalDay = z
  .string()
  .max(20)
  .refine((text) => text === "" || isDay(text), "notADay")
  .transform((text) => text || undefined)
  .optional();

/** An amount in 万元, as people type it (`readAmount`); becomes its plain text. A number is taken too, from the API. */
export const wan = z.union([z.string().max(40), z.number()]).transform((typed, context) => {
  const read = readAmount(String(typed));
  if ("wan" in read) return read.wan;
  context.addIssue({ code: "custom", message: String(typed).trim() === "" ? "required" : read.trouble });
  return z.NEVER;
});
/** An amount that may be left empty. */
export const optionalWan = z.union([z.literal("").transform(() => null), z.null(), wan]).optional().transform((amount) => amount ?? null);
/** 0 to 100 with up to two decimals; "65%", full-width digits and spaces are understood. */
export const percent = z.union([z.string().max(20), z.number()]).transform((typed, context) => {
  const text = String(typed).normalize("NFKC").replaceAll(/[\s%]/g, "");
  if (text === "") context.addIssue({ code: "custom", message: "required" });
  else if (!/^\d+(\.\d{1,2})?$/.test(text) || Number(text) > 100) context.addIssue({ code: "custom", message: "badPercent" });
  return text;
});
export const year = z.coerce.number().int().min(2000).max(2199);

/** The page of a ledger, and whether retired rows are in it, as an address says it; anything else there is the usual. */
export const pageNumber = z.coerce.number().int().min(1).max(100_000).catch(1);
export const retiredChoice = z.enum(["no", "only", "all"]).catch("no");
