/**
 * npm run admin -- first-account <city> <login>            founds the city in an empty database, with its first administrator
 * npm run admin -- reset-password <login>                  a new initial password, good for one sign-in
 * npm run admin -- token <login> <name> [days] [--write]   an API token of this account
 */
import pg from "pg";
import type { Actor } from "@/lib/foundation/actor";
import type { Found } from "@/lib/foundation/auth/narrow";
import { withDatabase } from "./lib/database.mjs";
import { complain, say, Sentence } from "./lib/say.mjs";

const usage = "admin knows: first-account <city> <login>, reset-password <login>, token <login> <name> [days] [--write].";
const [task = "", ...words] = process.argv.slice(2);
const values = words.filter((word) => word !== "--write");

try {
  await withDatabase({ needs: ["app", "owner"], what: "admin" }, async (env) => {
    const owner = new pg.Client({ connectionString: env.DATABASE_OWNER_URL });
    await owner.connect();
    const { disconnect } = await import("@/lib/foundation/db");
    try {
      if (task === "first-account" && values.length === 2) await makeFirstAccount(owner, values[0]!, values[1]!);
      else if (task === "reset-password" && values.length === 1) await resetPasswordOf(owner, values[0]!);
      else if (task === "token" && (values.length === 2 || values.length === 3)) await makeTokenFor(owner, values[0]!, values[1]!, values[2] ?? "90", words.includes("--write"));
      else throw new Sentence(usage, { exitCode: 2 });
    } finally {
      await owner.end();
      await disconnect();
    }
  });
} catch (error) {
  complain(await told(error));
  process.exitCode = error instanceof Sentence ? error.exitCode : 1;
}

async function makeFirstAccount(owner: pg.Client, name: string, login: string): Promise<void> {
  const { rows } = await owner.query("SELECT FROM installation");
  if (rows.length > 0) throw new Sentence("This database has its city already; nothing was changed. Further accounts are made on the page “账号 Accounts”, or: npm run admin -- reset-password <login>");
  const { systemActor } = await import("@/lib/foundation/auth/narrow");
  const { newId } = await import("@/lib/foundation/ids");
  const { login: loginShape } = await import("@/lib/accounts/schema");
  if (!loginShape.safeParse(login).success) throw new Sentence(`“${login}” is no login: small letters, digits, dots, hyphens. Nothing was changed.`);
  const { runCommand } = await import("@/lib/foundation/command");
  const { foundCity } = await import("@/lib/districts/commands");
  const { addAccounts } = await import("@/lib/accounts/commands");
  const id = newId();
  const city = { id, city_id: id, kind: "city" as const, name };
  const system = await systemActor("admin", city, "script", [city]);
  await runCommand(system, foundCity, { name, shortName: name.slice(0, 20) });
  const { accounts } = await runCommand(system, addAccounts, { districtId: id, accounts: [{ login, name: "系统管理员", role: "admin", cadreId: null, enterpriseId: null }] });
  await owner.query("INSERT INTO installation (id, made_by_demo, seeded_at) VALUES (1, false, now())");
  say(`✓ ${name}: ${accounts[0]!.login}`);
  sayPassword(accounts[0]!.password);
}

async function resetPasswordOf(owner: pg.Client, login: string): Promise<void> {
  const account = await findAccount(owner, login);
  const { systemActor, listTenants } = await import("@/lib/foundation/auth/narrow");
  const { runCommand } = await import("@/lib/foundation/command");
  const { resetPassword } = await import("@/lib/accounts/commands");
  const tenants = await listTenants();
  const system = await systemActor("admin", tenants.find((one) => one.id === account.cityId)!, "script", tenants);
  const { password } = await runCommand(system, resetPassword, { id: account.accountId!, version: account.version });
  say(`✓ ${login}`);
  sayPassword(password);
}

async function makeTokenFor(owner: pg.Client, login: string, name: string, days: string, mayWrite: boolean): Promise<void> {
  const account = await findAccount(owner, login);
  const { runCommand } = await import("@/lib/foundation/command");
  const { makeToken } = await import("@/lib/accounts/commands");
  const { token } = await runCommand(account, makeToken, { name, days, mayWrite });
  say(`✓ ${login}: ${name}, ${days} days${mayWrite ? ", may write" : ""}`);
  say(`  ${token}`);
  say("  It is shown this once. 只显示这一次，请妥善保存。");
}

function sayPassword(password: string): void {
  say(`  初始密码 initial password: ${password}`);
  say("  It is good for one sign-in, which asks for a new one. 只能登录一次，登录后须修改。");
}

async function findAccount(owner: pg.Client, login: string): Promise<Actor & { version: number }> {
  const { toActor } = await import("@/lib/foundation/auth/narrow");
  const { rows } = await owner.query<Found>("SELECT a.* FROM auth_find_login($1) AS l, auth_actor_of(l.district_id, l.account_id) AS a WHERE a.account_id IS NOT NULL", [login]);
  const [found] = rows;
  if (!found) throw new Sentence(`There is no account “${login}” in use; nothing was changed. The page “账号 Accounts” lists them.`);
  await owner.query("SELECT set_config('app.districts', $1, false)", [`{${found.district_id}}`]);
  const { rows: versions } = await owner.query<{ version: number }>("SELECT version FROM account WHERE id = $1", [found.account_id]);
  return { ...toActor(found, null, { via: "script", address: null, requestId: null }), version: versions[0]!.version };
}

/** A refusal's sentence, or the first field that was wrong, instead of its stack. */
async function told(error: unknown): Promise<unknown> {
  const { Refusal } = await import("@/lib/foundation/refusal");
  const { InvalidInput } = await import("@/lib/foundation/command");
  const { catalogue } = await import("@/lib/foundation/i18n/catalogue");
  if (error instanceof Refusal) {
    const sentence = catalogue.en.refusals[error.code];
    return new Sentence(Object.entries(error.values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, String(value)), sentence));
  }
  if (error instanceof InvalidInput) return new Sentence(`${error.issues[0]?.path.join(".")}: ${error.issues[0]?.message}. Nothing was changed.`);
  return error;
}
