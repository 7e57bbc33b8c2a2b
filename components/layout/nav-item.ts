/** A place one may go to. Which ones a person sees is decided on the server. */
export type NavItem = {
  href: string;
  label: string;
  icon: string;
  group: string;
  /** Also found by these in the palette: pinyin, initials, another name. */
  keywords?: string;
};

export function byGroup(items: readonly NavItem[]): [string, NavItem[]][] {
  const groups = new Map<string, NavItem[]>();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return [...groups];
}

/** Of the places that a path lies under, the nearest: /settings/calendar is not also at /settings where both are listed. */
export function placeOf(pathname: string, hrefs: readonly string[]): string | undefined {
  const under = hrefs.filter((href) => pathname === href || (href !== "/" && pathname.startsWith(`${href}/`)));
  return under.sort((a, b) => b.length - a.length)[0];
}
