export type Found = { group: string; label: string; description?: string; href: string };

/** Asks the server for records by name, pinyin or initials. What the person may not see is not among them. */
export async function searchRecords(query: string, signal: AbortSignal): Promise<Found[]> {
  const response = await fetch(`/api/search?q=${encodeURIComponent(query)}`, { signal, headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`search answered ${response.status}`);
  const answer = (await response.json()) as { results: Found[] };
  return answer.results;
}
