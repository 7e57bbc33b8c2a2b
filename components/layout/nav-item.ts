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

export function isAt(pathname: string, href: string): boolean {
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}
