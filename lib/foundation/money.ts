/**
 * Money is a decimal in 万元 with up to 4 decimals: whole yuan. In the program it is a text ("12345.6789") and, to reckon with, a bigint of
 * yuan; never a float.
 */
export type Wan = string;

const yuanInWan = 10_000n;

/** "1.5" 万元 → 15000 yuan. Takes what the database and `readAmount` give; refuses anything else. */
export function yuanOf(wan: Wan): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,4}))?0*$/.exec(wan);
  if (!match) throw new Error(`"${wan}" is no amount in 万元.`);
  const yuan = BigInt(match[2]!) * yuanInWan + BigInt((match[3] ?? "").padEnd(4, "0"));
  return match[1] ? -yuan : yuan;
}

/** 15000 yuan → "1.5" 万元. */
export function wanOf(yuan: bigint): Wan {
  const size = yuan < 0n ? -yuan : yuan;
  const fraction = (size % yuanInWan).toString().padStart(4, "0").replace(/0+$/, "");
  return `${yuan < 0n ? "-" : ""}${size / yuanInWan}${fraction && `.${fraction}`}`;
}

export const sumWan = (amounts: readonly Wan[]): Wan => wanOf(amounts.reduce((sum, wan) => sum + yuanOf(wan), 0n));
export const minusWan = (one: Wan, other: Wan): Wan => wanOf(yuanOf(one) - yuanOf(other));
/** Negative, 0 or positive, as `sort` wants it. */
export const compareWan = (one: Wan, other: Wan): number => {
  const difference = yuanOf(one) - yuanOf(other);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** The text of what Prisma (a Decimal) or SQL (a text) gave, without zeros at its end; null stays null. */
export function wanFrom(amount: { toFixed(): string } | string): Wan;
export function wanFrom(amount: { toFixed(): string } | string | null): Wan | null;
export function wanFrom(amount: { toFixed(): string } | string | null): Wan | null {
  if (amount === null) return null;
  const text = typeof amount === "string" ? amount : amount.toFixed();
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/**
 * One amount as a share of another, in percent with `decimals`, halves away from zero: ("128.4", "343.4") → "37.39".
 * Null when the whole is nothing: such a rate is "—" (DOMAIN: the four rates).
 */
export function percentOf(part: Wan, whole: Wan, decimals = 2): string | null {
  const divisor = yuanOf(whole);
  if (divisor === 0n) return null;
  const scale = 10n ** BigInt(decimals);
  const numerator = yuanOf(part) * 100n * scale * 2n;
  const isNegative = numerator < 0n !== divisor < 0n;
  const size = ((numerator < 0n ? -numerator : numerator) / (divisor < 0n ? -divisor : divisor) + 1n) / 2n;
  const fraction = decimals > 0 ? `.${(size % scale).toString().padStart(decimals, "0")}` : "";
  return `${isNegative && size !== 0n ? "-" : ""}${size / scale}${fraction}`;
}

/** Why a text is no amount in 万元; each is a sentence of messages/…/fields.json. */
export type AmountTrouble = "amountNotRead" | "amountCommas" | "amountTooFine" | "amountNegative" | "amountInYuan" | "amountTooLarge";

const largest = 1_000_000_000n * yuanInWan; // 10 trillion 元: more is a slip.

/**
 * Reads what people type or paste into a field of 万元: "1,234.5", full-width digits, "3000万", "1.2亿元" (12,000 万元). What could mean two
 * amounts ("12,34", "3000元") is refused and never guessed.
 */
export function readAmount(typed: string): { wan: Wan } | { trouble: AmountTrouble } {
  const text = typed.normalize("NFKC").replaceAll(/\s/g, "").replaceAll("，", ",").replace(/^[¥￥]/, "");
  const match = /^([-−]?)([\d,]+)(?:\.(\d+))?(亿元?|万元?|元)?$/.exec(text);
  if (!match) return { trouble: "amountNotRead" };
  const [, sign, whole, decimals = "", unit] = match;
  if (whole!.includes(",") && !/^\d{1,3}(,\d{3})+$/.test(whole!)) return { trouble: "amountCommas" };
  if (unit === "元") return { trouble: "amountInYuan" };
  if (sign) return { trouble: "amountNegative" };
  const places = unit?.startsWith("亿") ? 8 : 4;
  const fraction = decimals.replace(/0+$/, "");
  if (fraction.length > places) return { trouble: "amountTooFine" };
  const yuan = BigInt(whole!.replaceAll(",", "") + fraction.padEnd(places, "0"));
  if (yuan > largest) return { trouble: "amountTooLarge" };
  return { wan: wanOf(yuan) };
}
