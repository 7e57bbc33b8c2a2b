import { hash, verify } from "@node-rs/argon2";
import { commonPasswords } from "./refused-passwords";

// argon2id, as OWASP's password storage sheet gives it for 19 MiB.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const atOnce = 4;
let running = 0;
const waiting: (() => void)[] = [];

/** At most four hashes are computed at once: each takes 19 MiB and a core. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password.normalize("NFKC"), cost));
export const verifyPassword = (kept: string, password: string): Promise<boolean> => inTurn(() => verify(kept, password.normalize("NFKC")).catch(() => false));

/** Compared when a login is unknown, so that the answer takes as long as for one that exists. */
export const decoyHash = "$argon2id$v=19$m=19456,t=2,p=1$beKBg388XzNBBfdXQ1cxcg$P7d+xKkZh6t5gkjqh75m17Tu1QvZHbTFvMwhWiyMZcM";

export type PasswordProfile = "plain" | "dengbao";

type Judged = "passwordTooShort" | "passwordTooCommon" | "passwordHoldsLogin" | "passwordNeedsClasses" | "passwordUsedBefore";

/**
 * Why a password may not be chosen, or null. `plain`: at least 10 characters, not a common one, not the login. `dengbao` also asks for
 * three of four classes (GB/T 22239-2019, identity) and one that is not among the last five.
 */
export async function whyNotPassword(password: string, about: { login: string; profile: PasswordProfile; formerHashes: string[] }): Promise<Judged | null> {
  const plain = password.normalize("NFKC");
  if (plain.length < 10) return "passwordTooShort";
  const lower = plain.toLowerCase();
  if (commonPasswords.has(lower) || new Set(plain).size < 4) return "passwordTooCommon";
  if (lower.includes(about.login)) return "passwordHoldsLogin";
  if (about.profile === "dengbao") {
    const classes = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u].filter((one) => one.test(plain)).length;
    if (classes < 3) return "passwordNeedsClasses";
  }
  for (const former of about.formerHashes) if (await verifyPassword(former, plain)) return "passwordUsedBefore";
  return null;
}

const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** Readable over the telephone: no characters that look alike; 60 bits. */
export function inventPassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const letters = [...bytes].map((byte) => alphabet[byte % alphabet.length]).join("");
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8, 12)].join("-");
}
