import { z } from "zod";
import { id, search, shortText, version } from "@/lib/foundation/schema";
import { Role } from "@/prisma/generated/enums";

/** Many offices make their accounts in one go; a county has a few hundred. */
export const accountsAtOnce = 200;
export const tokenDaysAtMost = 365;

/** As it is typed at sign-in; the database holds to the same form. Left empty, one is made of the name's pinyin. */
export const login = z
  .string()
  .trim()
  .toLowerCase()
  .max(64)
  .nullish()
  .transform((text) => text || null)
  .refine((text) => text === null || /^[a-z0-9][a-z0-9._-]{1,63}$/.test(text), "badLogin");

/** A choice that may be left open: "" becomes null. */
const optionalId = z.string().max(36).nullish().transform((text) => text || null).pipe(id.nullable());

const belonging = { role: z.enum(Role), cadreId: optionalId, enterpriseId: optionalId };
type Belonging = { role: Role; cadreId: string | null; enterpriseId: string | null };

/** Only an enterprise's account belongs to an enterprise, and nobody of an enterprise is a cadre. */
function checkBelonging({ role, cadreId, enterpriseId }: Belonging, ctx: z.RefinementCtx): void {
  const wrong = (field: string, message: string) => ctx.addIssue({ code: "custom", path: [field], message });
  if (role === "enterprise" && !enterpriseId) wrong("enterpriseId", "required");
  if (role !== "enterprise" && enterpriseId) wrong("enterpriseId", "onlyEnterpriseRole");
  if (role === "enterprise" && cadreId) wrong("cadreId", "notForEnterpriseRole");
}

const newAccount = z
  .strictObject({ login, name: z.string().trim().max(40).nullish().transform((text) => text || null), ...belonging })
  .superRefine((account, ctx) => {
    checkBelonging(account, ctx);
    // A cadre's account takes the cadre's name.
    if (!account.name && !account.cadreId) ctx.addIssue({ code: "custom", path: ["name"], message: "required" });
  });

export const addAccountsSchema = z
  .strictObject({
    districtId: id,
    /** Stands before a login that is made of a name: "nl-" and 张伟 become nl-zhangwei. */
    loginPrefix: z.string().trim().toLowerCase().max(20).regex(/^(?:[a-z0-9][a-z0-9._-]*)?$/, "badLoginPrefix").default(""),
    accounts: z.array(newAccount).min(1).max(accountsAtOnce),
  })
  .superRefine(({ accounts }, ctx) => {
    const seen = new Set<string>();
    accounts.forEach(({ login, cadreId }, at) => {
      if (login && seen.has(login)) ctx.addIssue({ code: "custom", path: ["accounts", at, "login"], message: "twiceInList" });
      if (cadreId && seen.has(cadreId)) ctx.addIssue({ code: "custom", path: ["accounts", at, "cadreId"], message: "twiceInList" });
      seen.add(login ?? "").add(cadreId ?? "");
    });
  });

export const changeAccountSchema = z.strictObject({ id, version, name: shortText(40), ...belonging }).superRefine(checkBelonging);
/** Retire, unlock, give a new initial password: the account as it was seen. */
export const accountSeenSchema = z.strictObject({ id, version });

const secretText = z.string().min(1).max(256);
export const changePasswordSchema = z
  .strictObject({ current: secretText, next: secretText, again: secretText })
  .refine(({ next, again }) => next === again, { path: ["again"], message: "passwordsDiffer" });

export const endSessionSchema = z.strictObject({ id });
export const endOtherSessionsSchema = z.strictObject({});
export const makeTokenSchema = z.strictObject({
  name: shortText(40),
  days: z.coerce.number().int().min(1).max(tokenDaysAtMost),
  mayWrite: z.boolean().default(false),
});
export const revokeTokenSchema = z.strictObject({ id });

export const accountStates = ["active", "initial", "locked", "retired"] as const;
export const accountSorts = ["order", "name", "login", "lastSignIn"] as const;
/** What the address of the ledger says. Whatever does not fit is as good as not said. */
export const accountFilter = z.strictObject({
  q: search.catch(undefined),
  districtId: id.optional().catch(undefined),
  role: z.enum(Role).optional().catch(undefined),
  state: z.enum(accountStates).optional().catch(undefined),
  sort: z.enum(["order", "-order", "name", "-name", "login", "-login", "lastSignIn", "-lastSignIn"]).catch("order"),
});
export type AccountFilter = z.infer<typeof accountFilter>;

export const accountShape = z.strictObject({
  id: z.uuid(),
  districtId: z.uuid(),
  login: z.string(),
  name: z.string(),
  role: z.enum(Role),
  cadreId: z.string().nullable(),
  enterpriseId: z.string().nullable(),
  passwordIsInitial: z.boolean(),
  lastSignInAt: z.string().nullable(),
  lockedUntil: z.string().nullable(),
  retiredOn: z.string().nullable(),
  version: z.number(),
});
export const addedAccountsShape = z.strictObject({
  accounts: z.array(z.strictObject({ id: z.uuid(), login: z.string(), name: z.string(), password: z.string() })).max(accountsAtOnce),
});
