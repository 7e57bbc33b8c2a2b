/** A page with what its address asks for, as Next hands it to the page. */
export type PageAddress = { pathname: string; params: Record<string, string | string[] | undefined> };

/** The same page with some of it changed; null takes a part out. */
export function addressWith({ pathname, params }: PageAddress, changes: Record<string, string | null>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...params, ...changes })) {
    if (value === null || value === undefined) continue;
    for (const each of Array.isArray(value) ? value : [value]) if (each !== "") search.append(name, each);
  }
  const query = search.toString();
  return query === "" ? pathname : `${pathname}?${query}`;
}

export type Sorting = { by: string; isDescending: boolean };

/** "name" ascends, "-name" descends; anything but the named ones is the fallback. */
export function readSorting(written: string | string[] | undefined, allowed: readonly string[], fallback: string): Sorting {
  const wanted = typeof written === "string" && allowed.includes(written.replace(/^-/, "")) ? written : fallback;
  return { by: wanted.replace(/^-/, ""), isDescending: wanted.startsWith("-") };
}
