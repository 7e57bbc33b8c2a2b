/** Finds by any part of a name, of its pinyin or of its initials: 南乐, nanle, nl. Part of a Prisma `where`. */
export function foundBy(q: string | undefined) {
  const plain = q?.trim().toLowerCase();
  if (!plain) return {};
  const latin = plain.replaceAll(/\s+/g, "");
  return { OR: [{ name: { contains: q!.trim() } }, { namePinyin: { contains: latin } }, { nameInitials: { contains: latin } }] };
}
