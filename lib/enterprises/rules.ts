import type { RefusalCode } from "@/lib/foundation/refusal";
import type { Day } from "@/lib/foundation/calendar";

/** The characters of a 统一社会信用代码 (GB 32100-2015), each worth its place. I, O, S, V and Z are left out. */
const characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const modulus = 31;
const length = 18;

export const usccForm = new RegExp(`^[${characters}]{${length}}$`);

/** As it is kept, however it was typed: capitals, narrow letters, no spaces or hyphens. */
export const normalizeUscc = (typed: string): string => typed.normalize("NFKC").toUpperCase().replaceAll(/[\s\-—]/g, "");

/** The 18th character that belongs to the first 17: place i weighs 3 to the power i - 1, modulo 31. */
export function usccCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += characters.indexOf(character) * weight;
    weight = (weight * 3) % modulus;
  }
  return characters[(modulus - (sum % modulus)) % modulus]!;
}

export const hasRightCheck = (uscc: string): boolean => usccForm.test(uscc) && usccCheckCharacter(uscc.slice(0, -1)) === uscc.at(-1);

export type Whitelisting = { fromOn: Day; toOn: Day | null };

/** Why an enterprise cannot go on the whitelist, or off it, from a day on; `latest` is its last time on the list. */
export function whyNotWhitelist(latest: Whitelisting | null, isOn: boolean, fromOn: Day, today: Day): RefusalCode | null {
  const isOnNow = latest !== null && latest.toOn === null;
  if (fromOn > today) return "dayAhead";
  if (isOn === isOnNow) return isOn ? "isWhitelisted" : "notWhitelisted";
  if (latest && fromOn < firstDayFor(latest, isOn)) return "whitelistDayTooEarly";
  return null;
}

/** The first day from which the next change of the list may hold: after the last one, or on the day this time on the list began, which then never was. */
export const firstDayFor = (latest: Whitelisting, isOn: boolean): Day => (isOn ? latest.toOn! : latest.fromOn);
