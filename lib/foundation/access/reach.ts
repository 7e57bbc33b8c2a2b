import { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../actor";
import { columnsOf, rowsOf, type Capability, type Rows } from "./policy";

type Condition = { column: string; anyOf: readonly string[] };

/** A reach as conditions on columns: the one form from which both renderings come. All must hold. */
function conditionsOf(actor: Actor, capability: Capability): Condition[] {
  const names = columnsOf[capability.split(".")[0]!] ?? {};
  const district = names.district ?? "districtId";
  const rows: Rows | null = rowsOf(actor, capability);
  const own = { column: district, anyOf: [actor.districtId] };
  switch (rows) {
    case null:
      return [{ column: district, anyOf: [] }];
    case "districts":
    case "asCity":
      return [{ column: district, anyOf: actor.districtIds }];
    case "districtsAndCity":
      return [{ column: district, anyOf: [...new Set([...actor.districtIds, actor.cityId])] }];
    case "own":
      return [own, { column: names.own ?? "accountId", anyOf: actor.accountId ? [actor.accountId] : [] }];
    case "ownEnterprise":
      return [own, { column: names.enterprise ?? "enterpriseId", anyOf: actor.enterpriseId ? [actor.enterpriseId] : [] }];
  }
}

/** The rows an actor reaches with a capability, as part of a Prisma `where`. */
export function whereOf(actor: Actor, capability: Capability): Record<string, { in: string[] }> {
  return Object.fromEntries(conditionsOf(actor, capability).map(({ column, anyOf }) => [column, { in: [...anyOf] }]));
}

/** The same rows as an SQL condition on the table with this alias. */
export function sqlOf(actor: Actor, capability: Capability, alias: string): Prisma.Sql {
  const conditions = conditionsOf(actor, capability).map(
    ({ column, anyOf }) => Prisma.sql`${Prisma.raw(`"${alias}"."${columnName(column)}"`)} = ANY(${[...anyOf]}::uuid[])`,
  );
  return Prisma.join(conditions, " AND ");
}

const columnName = (field: string) => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
