import type { Tx } from "./db";

/**
 * Draws the next number of a kind in a district and year. Only the command wrapper calls it, as the last thing before commit:
 * the counter's row stays locked until then, and a transaction that is undone gives its number back.
 */
export async function drawNumber(tx: Tx, districtId: string, kind: string, year: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO counter (district_id, kind, year, last) VALUES (${districtId}::uuid, ${kind}, ${year}, 1)
    ON CONFLICT (district_id, kind, year) DO UPDATE SET last = counter.last + 1 RETURNING last`;
  return row!.last;
}
