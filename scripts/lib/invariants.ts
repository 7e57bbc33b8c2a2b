/** What must hold in the database after every migration, whatever the migration said. */
import type pg from "pg";
import { appRole, readRole } from "./roles.ts";

/** Tables of `public` whose rows the app may delete. None: nothing that people wrote is deleted. */
const deletable: string[] = [];
const insertOnlyByFunction = ["audit_entry", "audit_seal"];

/** @returns what is wrong, a line each; empty when all holds */
export async function findBreaches(owner: pg.Client): Promise<string[]> {
  const breaches = [...(await openTables(owner)), ...(await rightsTooMany(owner)), ...(await logins(owner))];
  // The tests' own server gives durability up for speed.
  return process.env.DIAODU_TEST === "1" ? breaches : [...breaches, ...(await carelessSettings(owner))];
}

async function openTables(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; enabled: boolean }>(
    `SELECT c.relname AS name, c.relrowsecurity AS enabled FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
       AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'district_id' AND NOT a.attisdropped)
     ORDER BY 1`,
  );
  return rows.map(({ name, enabled }) => `The table ${name} has a district_id, but row-level security is not ${enabled ? "forced" : "enabled and forced"} on it: call scope_table('${name}') in its migration.`);
}

async function rightsTooMany(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ role: string; name: string; privilege: string }>(
    `SELECT r AS role, c.relname AS name, p AS privilege
     FROM pg_class c, unnest(ARRAY[$1, $2]) AS r, unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES']) AS p
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
       AND (p IN ('TRUNCATE', 'TRIGGER', 'REFERENCES') OR r = $2 OR (p = 'DELETE' AND NOT c.relname = ANY ($3)) OR (p IN ('INSERT', 'UPDATE') AND c.relname = ANY ($4)))
       AND (has_table_privilege(r, c.oid, p) OR (p IN ('INSERT', 'UPDATE') AND has_any_column_privilege(r, c.oid, p)))
     ORDER BY 1, 2, 3`,
    [appRole, readRole, deletable, insertOnlyByFunction],
  );
  const tables = rows.map(({ role, name, privilege }) => `${role} may ${privilege} on ${name}: REVOKE ${privilege} ON ${name} FROM ${role} (and from PUBLIC) in a migration.`);
  const { rows: schemas } = await owner.query<{ role: string }>("SELECT r AS role FROM unnest(ARRAY[$1, $2, 'diaodu_audit', 'diaodu_auth']) AS r WHERE has_schema_privilege(r, 'public', 'CREATE')", [appRole, readRole]);
  return [...tables, ...schemas.map(({ role }) => `${role} may create in the schema public: REVOKE CREATE ON SCHEMA public FROM ${role} (and from PUBLIC) in a migration.`)];
}

async function logins(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; group: string; through: string }>(
    `SELECT r.rolname AS name, g AS group, CASE WHEN r.rolsuper THEN 'is a superuser' WHEN r.rolbypassrls THEN 'bypasses row-level security' WHEN r.rolcreaterole THEN 'may make roles'
              ELSE 'is a member of the owner of the database' END AS through
     FROM pg_roles r, unnest(ARRAY[$1, $2]) AS g, pg_database d
     WHERE d.datname = current_database() AND r.oid <> g::regrole AND pg_has_role(r.oid, g::regrole, 'USAGE') AND r.rolcanlogin
       AND EXISTS (SELECT FROM pg_auth_members m WHERE m.member = r.oid AND m.roleid = g::regrole AND (m.inherit_option OR m.set_option))
       AND (r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR pg_has_role(r.oid, d.datdba, 'MEMBER'))`,
    [appRole, readRole],
  );
  return rows.map(({ name, group, through }) => `The login ${name} belongs to ${group} and ${through}. As superuser, take one of the two from it.`);
}

async function carelessSettings(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; setting: string }>(
    "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off' ORDER BY 1",
  );
  return rows.map(({ name }) => `The server runs with ${name} off: what it acknowledged could be lost in a power cut. Set ${name} = on in postgresql.conf and reload.`);
}
