/** Who may do what in the database: groups that hold the rights, logins that belong to exactly one of them. */
import { createHmac, createHash, pbkdf2Sync, randomBytes } from "node:crypto";
import pg from "pg";
import { Sentence } from "./say.mjs";

export const appRole = "diaodu_app";
export const readRole = "diaodu_read";
/** Own the few functions that may do what their callers may not. */
const functionOwners = ["diaodu_audit", "diaodu_auth"];
const groups = [appRole, readRole, ...functionOwners];

export type Urls = { owner: string; app: string; read: string };

type RoleRow = { rolname: string; rolsuper: boolean; rolbypassrls: boolean; rolcreaterole: boolean; rolcreatedb: boolean; rolreplication: boolean; rolcanlogin: boolean };

/** Makes what is missing and refuses what is wrong; it never takes a right away from a role that somebody else made. */
export async function makeRoles(owner: pg.Client, urls: Urls): Promise<void> {
  await checkOwner(owner);
  for (const group of groups) await makeGroup(owner, group);
  await makeLogin(owner, "DATABASE_URL", urls.app, appRole);
  await makeLogin(owner, "DATABASE_READ_URL", urls.read, readRole);
  const database = owner.escapeIdentifier(owner.database!);
  await owner.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC; GRANT CONNECT ON DATABASE ${database} TO ${appRole}, ${readRole}`);
}

async function checkOwner(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<RoleRow & { owns: boolean }>(
    "SELECT r.*, pg_has_role(d.datdba, 'USAGE') AS owns FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()",
  );
  const me = rows[0]!;
  if (me.rolsuper || me.rolbypassrls) {
    throw new Sentence(
      `DATABASE_OWNER_URL signs in as ${me.rolname}, ${me.rolsuper ? "a superuser" : "who bypasses row-level security"}: then nothing would keep one district's rows from another's. Nothing was changed. ` +
        "Make an owner of its own, as superuser: CREATE ROLE diaodu_owner LOGIN CREATEROLE CREATEDB PASSWORD '…'; CREATE DATABASE diaodu OWNER diaodu_owner TEMPLATE template0;",
    );
  }
  if (!me.owns) {
    throw new Sentence(`DATABASE_OWNER_URL signs in as ${me.rolname}, who does not own the database ${owner.database}. Nothing was changed. As superuser: ALTER DATABASE ${owner.database} OWNER TO ${me.rolname};`);
  }
}

async function makeGroup(owner: pg.Client, group: string): Promise<void> {
  const role = await findRole(owner, group);
  if (!role) await createAsOwner(owner, `CREATE ROLE ${group} NOLOGIN`, group);
  else if (role.rolcanlogin || isMighty(role)) {
    throw new Sentence(`The role ${group} must only hold rights, but it ${role.rolcanlogin ? "may sign in" : `is ${mightOf(role)}`}. Nothing was changed. As superuser: ALTER ROLE ${group} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION;`);
  }
  if (!functionOwners.includes(group)) return;
  // Inherited too, so that a migration can grant and revoke on the functions it gave away.
  const { rows } = await owner.query<{ lent: boolean }>("SELECT pg_has_role($1, 'SET') AND pg_has_role($1, 'USAGE') AS lent", [group]);
  if (rows[0]!.lent) return;
  try {
    await owner.query(`GRANT ${group} TO current_user WITH INHERIT TRUE, SET TRUE`);
  } catch (error) {
    throw refused(error, `GRANT ${group} TO ${owner.user} WITH INHERIT TRUE, SET TRUE;`);
  }
}

async function makeLogin(owner: pg.Client, variable: string, url: string, group: string): Promise<void> {
  const { username, password: encoded } = new URL(url);
  const login = decodeURIComponent(username);
  const password = decodeURIComponent(encoded);
  if (login === owner.user) throw new Sentence(`${variable} signs in as ${login}, the owner of the tables. Nothing was changed. Give it a login of its own, such as ${group}_login with a password: it is made for you.`);
  if (!login) throw new Sentence(`${variable} names no user. Nothing was changed. Write postgresql://user:password@host:5432/diaodu`);

  const name = owner.escapeIdentifier(login);
  const role = await findRole(owner, login);
  if (!role) {
    if (!password) throw new Sentence(`${variable} names the user ${login}, who does not exist, and no password to make them with. Nothing was changed. Put a password into the address, or make the role yourself.`);
    await createAsOwner(owner, `CREATE ROLE ${name} LOGIN PASSWORD ${owner.escapeLiteral(storedForm(password))}`, login);
  } else {
    await checkLogin(owner, variable, role, group);
    if (password && !(await canSignIn(url))) await renewPassword(owner, variable, login, password);
  }
  const { rows } = await owner.query<{ member: boolean }>("SELECT pg_has_role($1, $2, 'USAGE') AS member", [login, group]);
  if (rows[0]!.member) return;
  try {
    await owner.query(`GRANT ${group} TO ${name} WITH INHERIT TRUE, SET FALSE`);
  } catch (error) {
    throw refused(error, `GRANT ${group} TO ${name};`);
  }
}

async function checkLogin(owner: pg.Client, variable: string, role: RoleRow, group: string): Promise<void> {
  const remedy = "Nothing was changed. Use a login made for this alone.";
  if (isMighty(role)) throw new Sentence(`${variable} signs in as ${role.rolname}, who is ${mightOf(role)}: it could get round what keeps the districts apart. ${remedy}`);
  const { rows } = await owner.query<{ what: string }>(
    `SELECT 'owns the database' AS what FROM pg_database WHERE datname = current_database() AND pg_has_role($1, datdba, 'MEMBER')
     UNION ALL SELECT 'owns the table ' || relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND pg_has_role($1, relowner, 'MEMBER')
     UNION ALL SELECT 'belongs to ' || g FROM unnest($2::text[]) AS g WHERE pg_has_role($1, g, 'MEMBER')
     LIMIT 1`,
    [role.rolname, groups.filter((other) => other !== group)],
  );
  if (rows[0]) throw new Sentence(`${variable} signs in as ${role.rolname}, who ${rows[0].what}. ${remedy}`);
}

async function canSignIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch (error) {
    // Only a wrong password is ours to mend: a replica that is away says nothing about the role.
    return (error as pg.DatabaseError).code !== "28P01";
  } finally {
    await client.end().catch(() => {});
  }
}

async function renewPassword(owner: pg.Client, variable: string, login: string, password: string): Promise<void> {
  try {
    await owner.query(`ALTER ROLE ${owner.escapeIdentifier(login)} PASSWORD ${owner.escapeLiteral(storedForm(password))}`);
  } catch (error) {
    throw new Sentence(`${variable}'s password for ${login} is wrong, and the owner may not change it (${(error as Error).message}). Nothing was changed. Correct the address, or as superuser: ALTER ROLE ${login} PASSWORD '…';`);
  }
}

async function findRole(client: pg.Client, name: string): Promise<RoleRow | undefined> {
  return (await client.query<RoleRow>("SELECT * FROM pg_roles WHERE rolname = $1", [name])).rows[0];
}

async function createAsOwner(owner: pg.Client, sql: string, name: string): Promise<void> {
  try {
    await owner.query(sql);
  } catch (error) {
    // Another migration on the same server was quicker.
    if (["42710", "23505"].includes((error as pg.DatabaseError).code ?? "")) return;
    throw refused(error, sql.replace(/PASSWORD .*/, "PASSWORD '…'") + ";", `The role ${name} is missing`);
  }
}

function refused(error: unknown, remedy: string, what = "The roles are not complete"): Sentence {
  return new Sentence(`${what}, and the owner may not mend that (${(error as Error).message}). No table was changed. As superuser: ${remedy}`);
}

const isMighty = (role: RoleRow) => role.rolsuper || role.rolbypassrls || role.rolcreaterole || role.rolcreatedb || role.rolreplication;

function mightOf(role: RoleRow): string {
  if (role.rolsuper) return "a superuser";
  if (role.rolbypassrls) return "allowed to bypass row-level security";
  if (role.rolcreaterole) return "allowed to make roles";
  return role.rolcreatedb ? "allowed to make databases" : "allowed to replicate";
}

/** The SCRAM-SHA-256 form in which PostgreSQL keeps a password, so that the word itself never reaches a log of the server. */
function storedForm(password: string): string {
  // Others would first have to be normalised as SASLprep says; PostgreSQL does that itself.
  if (!/^[\x20-\x7e]+$/.test(password)) return password;
  const salt = randomBytes(16);
  const rounds = 4096;
  const salted = pbkdf2Sync(password, salt, rounds, 32, "sha256");
  const keyed = (key: Buffer, text: string) => createHmac("sha256", key).update(text).digest();
  const storedKey = createHash("sha256").update(keyed(salted, "Client Key")).digest("base64");
  return `SCRAM-SHA-256$${rounds}:${salt.toString("base64")}$${storedKey}:${keyed(salted, "Server Key").toString("base64")}`;
}
