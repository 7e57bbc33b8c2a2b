import { momentText } from "@/lib/foundation/calendar";

/** How figures, days and moments are written for reading. All of it on text: money is never a float, a day never a moment. */

export const nothing = "—";

/** "2023-04-11T00:30:00Z" → "2023-04-11 08:30", in Shanghai wherever the reader is. */
export function formatMoment(at: Date | string | null | undefined): string {
  if (!at) return nothing;
  const moment = new Date(at);
  return Number.isNaN(moment.getTime()) ? nothing : momentText(moment);
}

/** "2023-04-11": the same in ledgers of both languages. */
export function formatDay(on: string | null | undefined): string {
  return on ? on.slice(0, 10) : nothing;
}

const weekdays = {
  "zh-CN": ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
} as const;
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "2023-04-11" → "2023年4月11日 星期二" or "Tuesday, 11 April 2023", for headings. */
export function formatLongDay(on: string | null | undefined, locale: keyof typeof weekdays): string {
  if (!on) return nothing;
  const [year = 0, month = 1, day = 1] = on.slice(0, 10).split("-").map(Number);
  const weekday = weekdays[locale][new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  return locale === "en" ? `${weekday}, ${day} ${months[month - 1]} ${year}` : `${year}年${month}月${day}日 ${weekday}`;
}

/** "12345.6000" → "12,345.6": thousands grouped, zeros at the end dropped. */
export function formatFigure(decimal: string | number | null | undefined): string {
  const parts = partsOf(decimal);
  if (!parts) return nothing;
  const fraction = parts.fraction.replace(/0+$/, "");
  return parts.sign + grouped(parts.whole) + (fraction && `.${fraction}`);
}

/** "12345.6" 万元 → "1.23": 亿元 with two decimals, halves rounded away from zero. The unit is said by the heading. */
export function formatYi(wan: string | number | null | undefined): string {
  const parts = partsOf(wan);
  return parts ? rounded(parts, -4, 2) : nothing;
}

/** A share "0.9597" → "95.97%", a share of nothing → "—". */
export function formatShare(share: string | number | null | undefined, decimals = 1): string {
  const parts = partsOf(share);
  return parts ? `${rounded(parts, 2, decimals)}%` : nothing;
}

type Parts = { sign: string; whole: string; fraction: string };

function partsOf(decimal: string | number | null | undefined): Parts | null {
  const match = /^([-+]?)0*(\d+)(?:\.(\d*))?$/.exec(String(decimal ?? ""));
  if (!match) return null;
  return { sign: match[1] === "-" ? "-" : "", whole: match[2]!, fraction: match[3] ?? "" };
}

/** Moves the point by `shift` places and rounds to `decimals`. */
function rounded({ sign, whole, fraction }: Parts, shift: number, decimals: number): string {
  const exponent = decimals + shift - fraction.length;
  const digits = BigInt(whole + fraction);
  const scale = 10n ** BigInt(Math.abs(exponent));
  const units = exponent >= 0 ? digits * scale : (digits + scale / 2n) / scale;
  const text = units.toString().padStart(decimals + 1, "0");
  const [front, back] = [text.slice(0, text.length - decimals), text.slice(text.length - decimals)];
  return (units === 0n ? "" : sign) + grouped(front) + (decimals > 0 ? `.${back}` : "");
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ",");
}
