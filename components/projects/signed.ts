/** "3.2" → "+3.20", "-3.2" → "−3.20": a difference says which way it goes, to two places as the rates beside it. */
export function signed(points: string): string {
  const [whole = "0", fraction = ""] = points.replace(/^-/, "").split(".");
  const size = `${whole}.${fraction.padEnd(2, "0")}`;
  if (!/[1-9]/.test(size)) return size;
  return `${points.startsWith("-") ? "−" : "+"}${size}`;
}
