import type { TaskForce } from "@/lib/duties/queries";
import type { DutyKind } from "@/prisma/generated/enums";

/** In what way somebody answers for a project. */
export type Role = DutyKind | "siteUnit" | "contact";
/** In the order in which they are asked for. */
export const roles: Role[] = ["lead", "siteUnit", "contact", "member", "service_officer"];

export type Answer = {
  id: string;
  version: number;
  role: Role;
  name: string;
  cadreId: string | null;
  /** Unit and post; of a unit on site, who heads it. */
  detail: string;
  phoneMasked: string | null;
  fromOn: string;
  toOn: string | null;
  endReason: string | null;
};

/** The four kinds of a task force as rows of one ledger. */
export function answersOf({ duties, sites, contacts }: TaskForce): Answer[] {
  return [
    ...duties.map(({ kind, cadreName, unitName, post, ...duty }) => ({ ...duty, role: kind, name: cadreName, detail: `${unitName} ${post}` })),
    ...sites.map(({ unitName, headName, headPost, headPhoneMasked, headCadreId, ...site }) => ({
      ...site, role: "siteUnit" as const, name: unitName, cadreId: headCadreId, detail: headName ? `${headName} ${headPost}` : "", phoneMasked: headPhoneMasked,
    })),
    ...contacts.map(({ post, ...contact }) => ({ ...contact, role: "contact" as const, cadreId: null, detail: post ?? "" })),
  ];
}
