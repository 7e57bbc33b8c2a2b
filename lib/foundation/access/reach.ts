import { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../actor";
import { columnsOf, rowsOf, type Capability, type Rows } from "./policy";

/** A column and the values it may have; or several of these, of which one must hold. */
type Condition = { column: string; anyOf: readonly string[] } | { oneOf: { column: string; anyOf: readonly string[] }[] };

/** A reach as conditions on columns: the one form from which all renderings come. All must hold. */
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
    case "responsible":
      return [
        { column: district, anyOf: actor.districtIds },
        { oneOf: [{ column: names.unit!, anyOf: actor.unitIds }, { column: names.project!, anyOf: actor.dutyProjectIds }] },
      ];
    case "own":
      return [own, { column: names.own ?? "accountId", anyOf: actor.accountId ? [actor.accountId] : [] }];
    case "ownEnterprise":
      return [own, { column: names.enterprise ?? "enterpriseId", anyOf: actor.enterpriseId ? [actor.enterpriseId] : [] }];
  }
}

type Where = Record<string, { in: string[] } | Record<string, { in: string[] }>[]>;

/** The rows an actor reaches with a capability, as part of a Prisma `where`. */
export function whereOf(actor: Actor, capability: Capability): Where {
  return Object.fromEntries(
    conditionsOf(actor, capability).map((condition) =>
      "oneOf" in condition
        ? ["OR", condition.oneOf.map(({ column, anyOf }) => ({ [column]: { in: [...anyOf] } }))]
        : [condition.column, { in: [...condition.anyOf] }],
    ),
  );
}

/** The same rows as an SQL condition on the table with this alias. */
export function sqlOf(actor: Actor, capability: Capability, alias: string): Prisma.Sql {
  const is = ({ column, anyOf }: { column: string; anyOf: readonly string[] }) =>
    Prisma.sql`${Prisma.raw(`"${alias}"."${columnName(column)}"`)} = ANY(${[...anyOf]}::uuid[])`;
  const conditions = conditionsOf(actor, capability).map((condition) =>
    "oneOf" in condition ? Prisma.sql`(${Prisma.join(condition.oneOf.map(is), " OR ")})` : is(condition),
  );
  return Prisma.join(conditions, " AND ");
}

/** Whether a row that was read is among them: what buttons ask. The row must hold the columns that the reach names. */
export function reaches(actor: Actor, capability: Capability, row: Record<string, unknown>): boolean {
  const is = ({ column, anyOf }: { column: string; anyOf: readonly string[] }) => anyOf.includes(row[column] as string);
  return conditionsOf(actor, capability).every((condition) => ("oneOf" in condition ? condition.oneOf.some(is) : is(condition)));
}

const columnName = (field: string) => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
