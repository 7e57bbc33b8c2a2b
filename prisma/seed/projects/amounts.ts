import type { Inventor } from "../invent";

/** Whole amounts in proportion to weights that sum to exactly `total`; each a multiple of `step`, but for one that takes what is left over. */
export function apportion(total: number, weights: readonly number[], step = 1): number[] {
  const sum = weights.reduce((one, other) => one + other, 0);
  if (weights.length === 0 || sum <= 0) return weights.map(() => 0);
  const shares = weights.map((weight) => Math.floor((total * weight) / sum / step) * step);
  const largest = weights.indexOf(Math.max(...weights));
  shares[largest]! += total - shares.reduce((one, other) => one + other, 0);
  return shares;
}

/** A size between two, small ones more often than large ones, as with projects. */
export function sizeBetween({ next }: Inventor, least: number, most: number, step: number): number {
  const size = Math.exp(Math.log(least) + next() ** 1.6 * (Math.log(most) - Math.log(least)));
  return Math.max(least, Math.round(size / step) * step);
}

export const between = ({ next }: Inventor, least: number, most: number): number => least + next() * (most - least);
export const wholeBetween = (invent: Inventor, least: number, most: number): number => Math.floor(between(invent, least, most + 1));

/** The list in another order, always the same for the same inventor. */
export function shuffled<T>({ next }: Inventor, list: readonly T[]): T[] {
  const rest = [...list];
  for (let at = rest.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [rest[at], rest[other]] = [rest[other]!, rest[at]!];
  }
  return rest;
}

/** `count` things, each kind as often as its share says, in another order. */
export function mixOf<T extends string>(invent: Inventor, count: number, shares: Partial<Record<T, number>>): T[] {
  const kinds = Object.keys(shares) as T[];
  const counts = apportion(count, kinds.map((kind) => shares[kind]!));
  return shuffled(invent, kinds.flatMap((kind, at) => Array.from({ length: counts[at]! }, () => kind)));
}
