import { dateOf, yearOf, type Day } from "@/lib/foundation/calendar";
import { wanOf, yuanOf, type Wan } from "@/lib/foundation/money";

const dayMs = 86_400_000;

/**
 * What should have been invested by the end of a day: the monthly plan up to it, within a month by days; without one, the year's elapsed
 * share of the plan. `months` holds twelve amounts or none. The database's expected_wan() reckons the same.
 */
export function expectedWan(planWan: Wan, months: readonly Wan[], year: number, day: Day): Wan {
  if (day < `${year}-01-01`) return "0";
  const at = yearOf(day) > year ? `${year}-12-31` : day;
  if (months.length === 0) {
    const [elapsed, all] = [daysFrom(`${year - 1}-12-31`, at), daysFrom(`${year - 1}-12-31`, `${year}-12-31`)];
    return wanOf(share(yuanOf(planWan), elapsed, all));
  }
  const month = Number(at.slice(5, 7));
  const passed = months.slice(0, month - 1).reduce((sum, wan) => sum + yuanOf(wan), 0n);
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return wanOf(passed + share(yuanOf(months[month - 1]!), Number(at.slice(8, 10)), daysInMonth));
}

const daysFrom = (from: Day, to: Day): number => (dateOf(to).getTime() - dateOf(from).getTime()) / dayMs;

/** Rounded to the yuan, halves up. */
const share = (amount: bigint, part: number, whole: number): bigint => (amount * BigInt(part) * 2n + BigInt(whole)) / (2n * BigInt(whole));
