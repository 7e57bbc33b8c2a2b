const written = /^(\d{4})(?:[-./年](\d{1,2})[-./月](\d{1,2})日?|(\d{2})(\d{2}))$/;

/** A day as people type it (2023-04-11, 2023.4.11, 2023/4/11, 20230411, 2023年4月11日) → "2023-04-11"; null when it is none. */
export function readTypedDay(typed: string): string | null {
  const match = written.exec(typed.normalize("NFKC").replace(/\s/g, "").replace(/。/g, "."));
  if (!match) return null;
  const year = Number(match[1]);
  const month = Number(match[2] ?? match[4]);
  const day = Number(match[3] ?? match[5]);
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}
