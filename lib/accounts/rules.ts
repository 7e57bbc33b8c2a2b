import type { RefusalCode } from "@/lib/foundation/refusal";
import type { Role } from "@/prisma/generated/enums";

/** API tokens an account may have in force at once. */
export const tokensAtMost = 20;

/** Logins that are tried for one name before its person is asked to choose one. */
export const loginsTried = 30;

/** The login made of a name: nl-zhangwei, and for the second of that name nl-zhangwei2. */
export function loginFrom(prefix: string, namePinyin: string, attempt: number): string {
  const plain = (prefix + namePinyin).toLowerCase().replaceAll(/[^a-z0-9._-]/g, "").replace(/^[._-]+/, "").slice(0, 40);
  return (plain.length < 2 ? `user${plain}` : plain) + (attempt > 1 ? attempt : "");
}

/** Former passwords that a new one is compared with, the present one included. */
export const passwordsRemembered = 5;

type Held = { id: string; role: Role };
type Around = { actorId: string | null; otherAdmins: number };

/** Why an account may not be given this role, or null: no administrator shuts out themselves, and none their district. */
export function whyNotRole(account: Held, role: Role, { actorId, otherAdmins }: Around): RefusalCode | null {
  if (account.role !== "admin" || role === "admin") return null;
  if (account.id === actorId) return "ownRoleStays";
  return otherAdmins === 0 ? "lastAdminStays" : null;
}

/** Why an account may not be retired, or null. */
export function whyNotRetire(account: Held, { actorId, otherAdmins }: Around): RefusalCode | null {
  if (account.id === actorId) return "ownAccountStays";
  return account.role === "admin" && otherAdmins === 0 ? "lastAdminStays" : null;
}

export type AccountState = "active" | "initial" | "locked" | "retired";

/** What an account's row says first; an initial password that was used without being changed needs a new one. */
export function accountState(account: { retiredOn: unknown; lockedUntil: Date | null; passwordIsInitial: boolean }, at: Date): AccountState {
  if (account.retiredOn) return "retired";
  if (account.lockedUntil && account.lockedUntil > at) return "locked";
  return account.passwordIsInitial ? "initial" : "active";
}

type Running = { endedAt: Date | null; expiresAt: Date; lastSeenAt: Date; idleMinutes: number };

/** Whether a session still lets anyone in. */
export const isRunning = ({ endedAt, expiresAt, lastSeenAt, idleMinutes }: Running, at: Date): boolean =>
  !endedAt && expiresAt > at && lastSeenAt.getTime() + idleMinutes * 60_000 > at.getTime();

export type TokenState = "valid" | "expired" | "revoked";
export const tokenState = ({ revokedAt, expiresAt }: { revokedAt: Date | null; expiresAt: Date }, at: Date): TokenState =>
  revokedAt ? "revoked" : expiresAt <= at ? "expired" : "valid";

const browsers: [RegExp, string][] = [
  [/MicroMessenger\//, "WeChat"], [/DingTalk\//, "DingTalk"], [/QQBrowser\//, "QQ"], [/360SE|360EE|QihooBrowser/, "360"],
  [/Edg(?:A|iOS)?\//, "Edge"], [/Firefox\/|FxiOS\//, "Firefox"], [/Chrome\/|CriOS\//, "Chrome"], [/Safari\//, "Safari"],
];
const systems: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, "HarmonyOS"], [/Android/, "Android"], [/iPhone|iPad|iOS/, "iOS"], [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"], [/Linux|X11/, "Linux"],
];

/** "Chrome · Windows" from what the browser said of itself; null when it said nothing that we know. */
export function deviceOf(userAgent: string | null): string | null {
  const known = [browsers, systems].map((list) => list.find(([sign]) => sign.test(userAgent ?? ""))?.[1]).filter(Boolean);
  return known.length > 0 ? known.join(" · ") : null;
}

/** People as they are pasted, one a line: a name, and after a space, tab or comma a login where there is one. */
export function peopleFrom(pasted: string): { name: string; login: string }[] {
  return pasted
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [, name = line, login = ""] = /^(.*?)[\s,，;；、]+([a-z0-9][a-z0-9._-]{1,63})$/.exec(line) ?? [];
      return { name: name.trim(), login };
    });
}
