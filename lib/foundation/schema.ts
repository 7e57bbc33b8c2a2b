import { z } from "zod";
import { isDay } from "./calendar";

/** Pieces that schemas share. Texts are trimmed and bounded; every object built from them is strict. */
export const id = z.uuid();
export const version = z.number().int().min(1);
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
