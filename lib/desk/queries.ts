import { sumFigures } from "@/lib/figures/queries";
import { may, rowsOf, type Capability } from "@/lib/foundation/access/policy";
import { whereOf } from "@/lib/foundation/access/reach";
import type { Actor } from "@/lib/foundation/actor";
import { dateOf, type Day } from "@/lib/foundation/calendar";
import { reading } from "@/lib/foundation/read";
import { foundBy } from "@/lib/foundation/search";
import { countMyWeek, listDueWeeks } from "@/lib/progress/queries";
import { codeOf } from "@/lib/projects/rules";

/** How much each register holds of what the actor acts on; null where they may not read it. */
export type Registers = Record<"projects" | "units" | "cadres" | "enterprises" | "accounts", number | null>;

export async function countRegisters(actor: Actor): Promise<Registers> {
  const db = reading(actor);
  const own = { districtId: { in: [...actor.districtIds] } };
  const of = (needs: Capability, count: (where: object) => Promise<number>) =>
    may(actor, needs) ? count({ ...whereOf(actor, needs), AND: [own], retiredOn: null }) : Promise.resolve(null);
  return {
    projects: may(actor, "project.read") ? await db.project.count({ where: { ...whereOf(actor, "project.read"), status: { not: "withdrawn" } } }) : null,
    units: await of("unit.read", (where) => db.unit.count({ where })),
    cadres: await of("cadre.read", (where) => db.cadre.count({ where })),
    enterprises: await of("enterprise.read", (where) => db.enterprise.count({ where })),
    accounts: await of("account.read", (where) => db.account.count({ where })),
  };
}

/** What waits for this person today, each with how many; what does not concern their role is not in it. */
export type Waiting = { kind: "owed" | "returned" | "toVerify" | "marked" | "outstanding" | "red" | "renewals"; count: number };

export async function listWaiting(actor: Actor, today: Day): Promise<Waiting[]> {
  const waiting: Waiting[] = [];
  const due = (await listDueWeeks(actor, today)).find(({ districtId }) => districtId === actor.districtId);
  if (rowsOf(actor, "report.write") === "responsible" && due) {
    const { owed, reported, returned } = await countMyWeek(actor, actor.districtId, due.asOfOn);
    waiting.push({ kind: "owed", count: owed - reported }, { kind: "returned", count: returned });
  }
  if (may(actor, "report.verify")) {
    const [reports] = await sumFigures(actor, ["reports-awaiting", "reports-marked", "reports-outstanding"], {}, { on: today });
    const [red] = await sumFigures(actor, ["key-projects"], { lights: ["red"] }, { on: today });
    waiting.push(
      { kind: "toVerify", count: reports!.values["reports-awaiting"].rows }, { kind: "marked", count: reports!.values["reports-marked"].rows },
      { kind: "outstanding", count: reports!.values["reports-outstanding"].rows }, { kind: "red", count: red!.values["key-projects"].rows },
    );
  }
  if (may(actor, "project.approve")) {
    const open = { toOn: null, status: "suspended" as const, renewDueOn: { lte: dateOf(today) } };
    waiting.push({ kind: "renewals", count: await reading(actor).statusSpan.count({ where: { ...whereOf(actor, "project.approve"), ...open } }) });
  }
  return waiting;
}

export type FoundRecord = { kind: "projects" | "units" | "cadres" | "enterprises" | "accounts"; id: string; name: string; description: string };

const atMost = 6;

/** Records of every register whose name, pinyin or initials match; a few of each, for the command palette. */
export async function searchRecords(actor: Actor, q: string): Promise<FoundRecord[]> {
  const db = reading(actor);
  const found: FoundRecord[] = [];
  const where = (needs: Capability) => ({ ...whereOf(actor, needs), AND: [foundBy(q)], retiredOn: null });
  const order = { orderBy: [{ namePinyin: "asc" as const }, { id: "asc" as const }], take: atMost };
  if (may(actor, "project.read")) {
    const rows = await db.project.findMany({
      where: { ...whereOf(actor, "project.read"), AND: [foundBy(q)], status: { not: "withdrawn" } },
      select: { id: true, name: true, codeYear: true, codeNumber: true, responsibleUnit: { select: { name: true } } }, ...order,
    });
    found.push(...rows.map(({ id, name, responsibleUnit, ...code }) => ({ kind: "projects" as const, id, name, description: `${codeOf(code)} ${responsibleUnit.name}` })));
  }
  if (may(actor, "cadre.read")) {
    const rows = await db.cadre.findMany({ where: where("cadre.read"), include: { unit: { select: { name: true } } }, ...order });
    found.push(...rows.map(({ id, name, post, unit }) => ({ kind: "cadres" as const, id, name, description: `${unit.name} ${post}` })));
  }
  if (may(actor, "unit.read")) {
    const rows = await db.unit.findMany({ where: where("unit.read"), include: { district: { select: { shortName: true } } }, ...order });
    found.push(...rows.map(({ id, name, district }) => ({ kind: "units" as const, id, name, description: district.shortName })));
  }
  if (may(actor, "enterprise.read")) {
    const rows = await db.enterprise.findMany({ where: where("enterprise.read"), ...order });
    found.push(...rows.map(({ id, name, uscc }) => ({ kind: "enterprises" as const, id, name, description: uscc })));
  }
  if (may(actor, "account.read")) {
    const rows = await db.account.findMany({ where: where("account.read"), ...order });
    found.push(...rows.map(({ id, name, login }) => ({ kind: "accounts" as const, id, name, description: login })));
  }
  return found;
}
