import { settings as allSettings, type SettingValues } from "@/lib/districts/rules";
import { reportDaysBetween } from "@/lib/calendar/rules/reporting-week";
import { addDays, momentOf, yearOf, type Day } from "@/lib/foundation/calendar";
import { searchKeys } from "@/lib/foundation/pinyin";
import { usccCheckCharacter } from "@/lib/enterprises/rules";
import { expectedWan } from "@/lib/lights/rules/expectation";
import { dimensions, judge, type LightInputs } from "@/lib/lights/rules/judgement";
import { marksOf } from "@/lib/progress/rules";
import { demoStart } from "../demo-clock";
import { inventor, type Inventor } from "../invent";
import { apportion, between, sizeBetween, wholeBetween } from "../projects/amounts";
import { monthsOf } from "../projects/course";
import { pathOf, unitsFor } from "../projects/key-projects";
import { departments, platformCompanies } from "../places";
import type { Tables } from "./copy";

export type ShapeDistrict = { id: string; cityId: string; key: string; name: string; townships: readonly string[]; projects: number; accounts: number; reportsEach: number };
type Making = { tables: Tables; newId: () => string; passwordHash: string };

const by = "样本数据";
const defaults = Object.fromEntries(Object.entries(allSettings).map(([key, { otherwise }]) => [key, otherwise])) as SettingValues;
const lastWeek = "2023-04-07";
/** The nights on which a shape's lights are judged: one a week of the year, and the demo's first day. */
const nights = Array.from({ length: 15 }, (_, at) => addDays("2023-01-03", at * 7));

/** One district of a shape, whole: its offices, people, projects and all that happened to them, as the commands would have left it. */
export function makeDistrict(making: Making, district: ShapeDistrict): void {
  const invent = inventor(`shape ${district.key}`);
  const office = makeOffice(making, invent, district);
  const names = new Set<string>();
  for (let number = 1; number <= district.projects; number++) makeProject(making, invent, district, office, number, names);
}

type Office = { unitIds: string[]; townshipIds: string[]; cadreIds: string[]; enterpriseIds: string[] };

function makeOffice({ tables, newId, passwordHash }: Making, invent: Inventor, { id, cityId, key, name, townships, accounts, projects }: ShapeDistrict): Office {
  const entry = auditor({ tables, newId }, id);
  const units = [
    ...departments.map(([long, short]) => ["department", `${name}${long}`, short] as const), ...platformCompanies.map(([long, short]) => ["platform_company", `${name}${long}`, short] as const),
    ["park", `${name}开发区管委会`, "开发区"] as const, ...townships.map((township) => ["township", township, township] as const),
  ];
  const unitIds = units.map(([kind, long, short], at) => {
    const unitId = newId();
    const keys = searchKeys(long, short);
    tables.unit.add([id, unitId, kind, long, short, keys.namePinyin, keys.nameInitials, at + 1]);
    entry("unit.add", "unit", unitId, { name: long, kind });
    return unitId;
  });
  const roles = id === cityId ? (["leader", "admin", "staff", "auditor"] as const) : (["leader", "admin", "staff"] as const);
  const cadreIds = Array.from({ length: Math.max(accounts, 12 + Math.ceil(projects / 60)) }, (_, at) => {
    const cadreId = newId();
    const person = `${nameParts[0]![Math.floor(invent.next() * nameParts[0]!.length)]}${nameParts[1]![Math.floor(invent.next() * nameParts[1]!.length)]}${at % 3 ? nameParts[2]![Math.floor(invent.next() * nameParts[2]!.length)] : ""}`;
    const keys = searchKeys(person);
    const isLeader = at === 0 || (at >= 3 && at % 9 === 0);
    const [unitId, post, rank] = isLeader ? [unitIds[0]!, "副县长", "county_deputy"] : [unitIds[at === 1 || at === 2 ? 0 : at % unitIds.length]!, at === 1 ? "主任" : "科员", at === 1 ? "section_head" : "staff"];
    tables.cadre.add([id, cadreId, person, keys.namePinyin, keys.nameInitials, unitId, post, rank]);
    tables.cadre_post.add([id, newId(), cadreId, unitId, post, rank, "2022-01-04"]);
    entry("cadre.add", "cadre", cadreId, { name: person, post });
    if (at < accounts) {
      const role = roles[at] ?? (isLeader ? "leader" : "staff");
      const accountId = newId();
      tables.account.add([id, accountId, at < roles.length ? `${key}-${role}` : `${key}-${String(at).padStart(4, "0")}`, person, keys.namePinyin, keys.nameInitials, role, cadreId, passwordHash, "2022-01-04T01:00:00Z", false]);
      entry("account.add", "account", accountId, { role });
    }
    return cadreId;
  });
  const enterpriseIds = Array.from({ length: Math.max(6, Math.ceil(projects / 12)) }, (_, at) => {
    const enterpriseId = newId();
    const long = `${name}${invent.enterpriseName("")}`.replace("有限公司", `${at + 1}号有限公司`);
    const first17 = `91410900MA${String(at).padStart(4, "0")}${["A", "B", "C", "D", "E"][at % 5]}${String(Math.floor(invent.next() * 90) + 10)}`;
    const keys = searchKeys(long);
    tables.enterprise.add([id, enterpriseId, long, keys.namePinyin, keys.nameInitials, first17 + usccCheckCharacter(first17)]);
    entry("enterprise.add", "enterprise", enterpriseId, { name: long });
    return enterpriseId;
  });
  return { unitIds, townshipIds: unitIds.slice(19), cadreIds, enterpriseIds };
}

const nameParts = ["王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗", "建国志文晓海立永春秀玉红庆学德光", "军华平强伟勇杰涛斌辉鹏宇磊超峰刚"].map((text) => [...text]);
const kinds = ["industry", "industry", "urban", "social", "transport_energy", "services", "agriculture", "industry"] as const;
const whats: Record<(typeof kinds)[number], string> = { industry: "生产线建设项目", urban: "管网改造工程", social: "学校建设项目", transport_energy: "公路改造工程", services: "仓储物流项目", agriculture: "现代农业产业园" };
const siteTexts = ["基础施工", "主体结构施工", "钢结构吊装", "二次结构砌筑", "设备安装", "管线敷设", "装饰装修", "道路及绿化施工"];

type Year = { year: 2022 | 2023; planWan: number; investedBeforeWan: number; months: number[] | null };
type Report = { id: string; asOfOn: Day; year: number; completedWan: number; physical: string };

function makeProject(making: Making, invent: Inventor, district: ShapeDistrict, office: Office, number: number, names: Set<string>): void {
  const { tables, newId } = making;
  const { id: districtId, cityId } = district;
  const entry = auditor(making, districtId);
  const id = newId();
  const industry = invent.pick(kinds);
  const path = pathOf(industry);
  const name = newName(invent, names, district, whats[industry], number);
  const keys = searchKeys(name);
  const totalWan = sizeBetween(invent, 2000, 150_000, 100);
  const startedOn = invent.next() < 0.9 ? addDays("2021-03-01", wholeBetween(invent, 0, 300)) : null;
  const plannedOn = startedOn ? addDays(startedOn, wholeBetween(invent, -10, 10)) : addDays("2023-01-01", wholeBetween(invent, 0, 200));
  const completedOn = startedOn && invent.next() < 0.06 ? addDays("2023-02-01", wholeBetween(invent, 0, 60)) : null;
  const finishOn = addDays(plannedOn, wholeBetween(invent, 500, 1000));
  const landedOn = addDays(startedOn ?? "2022-01-20", -wholeBetween(invent, 20, 80));
  const reserveOn = addDays(landedOn, -wholeBetween(invent, 150, 300));
  const stages: [string, Day][] = [["reserve", reserveOn], ...(path === "production" ? [["signed", addDays(reserveOn, 90)] as [string, Day]] : []), ["landed", landedOn], ...(startedOn ? [["started", startedOn] as [string, Day]] : []), ...(completedOn ? [["completed", completedOn] as [string, Day]] : [])];
  const [stage, stageOn] = stages.at(-1)!;
  const level = invent.pick(["province", "city", "county", "county"] as const);
  const suspendedOn = invent.next() < 0.01 ? addDays("2023-02-01", wholeBetween(invent, 0, 50)) : null;
  const silentWeeks = suspendedOn ? 0 : invent.next() < 0.02 ? wholeBetween(invent, 2, 5) : invent.next() < 0.05 ? 1 : 0;

  const pace = Math.max(0.15, between(invent, 0.55, 1.25));
  const plan2022 = Math.round((totalWan * between(invent, 0.25, 0.4)) / 100) * 100;
  const first: Year = { year: 2022, planWan: plan2022, investedBeforeWan: 0, months: null };
  const reports = makeReports(making, invent, district, { projectId: id, totalWan, startedOn, completedOn, pace, first, lastOn: lastReported(suspendedOn, silentWeeks) });
  const before = reports.findLast(({ year }) => year === 2022)?.completedWan ?? 0;
  const planWan = Math.round(((totalWan - before) * between(invent, 0.35, 0.6)) / 100) * 100;
  const second: Year = { year: 2023, planWan, investedBeforeWan: before, months: invent.next() < 0.6 ? monthsOf("even", planWan, "2022-01-01") : null };
  reports.push(...makeReports(making, invent, district, { projectId: id, totalWan, startedOn, completedOn, pace, first: second, lastOn: lastReported(suspendedOn, silentWeeks) }));

  const missed = missedBy(reports.at(-1)!.asOfOn, suspendedOn);
  const milestones = invent.next() < 0.5 ? makeMilestones(invent, startedOn ?? plannedOn, finishOn) : [];
  const funds = invent.next() < 0.35 ? makeFunds(invent, planWan) : [];
  const status = suspendedOn ? "suspended" : "active";
  const spans = judgeAll({
    years: second, plannedOn, stages, reports, milestones, funds, suspendedOn,
  });
  const overall = spans.filter(({ dimension, toOn }) => dimension === "overall" && toOn === null)[0];
  const [lead, unitId] = [office.cadreIds[(number * 7) % office.cadreIds.length]!, office.unitIds[invent.pick(unitsFor[industry])]!];

  tables.project.add([
    districtId, id, cityId, 2022, number, name, keys.namePinyin, keys.nameInitials, industry, "new_build", path, `${name}，总投资 ${totalWan} 万元。`, invent.pick(office.townshipIds), yearOf(startedOn ?? plannedOn), yearOf(finishOn), totalWan,
    path === "production" ? invent.pick(office.enterpriseIds) : null, districtId, unitId, plannedOn, finishOn, plannedOn, finishOn, startedOn !== null, by, number % 5 === 0,
    stage, stageOn, startedOn, completedOn, status, suspendedOn ?? reserveOn, overall?.colour ?? "none", overall?.fromOn ?? null, districtId, lead,
  ]);
  entry("project.add", "project", id, { name, industry, path, stage, totalWan: String(totalWan), version: 1 });
  for (const year of [first, second]) {
    const own = reports.filter((report) => report.year === year.year);
    const [latest, previous] = [own.at(-1), own.at(-2)];
    const kind = year.year === 2022 || !startedOn ? "new" : "continuing";
    const yearId = newId();
    tables.project_year.add([
      districtId, yearId, id, year.year, level, kind, year.planWan, year.investedBeforeWan, year.months ?? [], latest?.completedWan ?? 0, latest ? latest.completedWan - (previous?.completedWan ?? 0) : 0, latest?.physical ?? null, latest?.id ?? null, latest?.asOfOn ?? null,
    ]);
    tables.project_year_term.add([districtId, newId(), id, year.year, level, kind, year.planWan, year.investedBeforeWan, year.months ?? [], `${year.year}-01-01`]);
    entry("project.setYear", "projectYear", yearId, { year: year.year, level, kind, planWan: String(year.planWan), version: 1 });
    tables.step_event.add([districtId, newId(), cityId, "projectYear", yearId, "listYear", "unlisted", "listed", null, momentOf(`${year.year}-01-04`, 600).toISOString(), by]);
  }
  for (const [at, [one, on]] of stages.entries()) tables.stage_span.add([districtId, newId(), id, one, on, stages[at + 1]?.[1] ?? null, "现场核验", by]);
  tables.status_span.add([districtId, newId(), id, "active", reserveOn, suspendedOn, null, null, null, null, by]);
  if (suspendedOn) {
    tables.status_span.add([districtId, newId(), id, "suspended", suspendedOn, null, "funding", "正与银行对接", "2023-09-30", addDays(suspendedOn, 90), by]);
    tables.step_event.add([districtId, newId(), cityId, "project", id, "suspend", "active", "suspended", "正与银行对接", momentOf(suspendedOn, 600).toISOString(), by]);
  }
  if (number % 5 === 0) tables.project_whitelisting.add([districtId, newId(), id, "2022-03-01"]);
  const dutyId = newId();
  tables.duty.add([districtId, dutyId, cityId, "lead", id, districtId, lead, "2022-01-05"]);
  entry("duty.give", "duty", dutyId, { kind: "lead", version: 1 });
  tables.step_event.add([districtId, newId(), cityId, "project", id, "giveDuty", null, "lead", null, momentOf("2022-01-05", 600).toISOString(), by]);
  for (const { name: node, dueOn, doneOn } of milestones) tables.milestone.add([districtId, newId(), id, "construction", node, dueOn, dueOn, doneOn, doneOn && "现场核验"]);
  for (const { kind, source, day, amount } of funds) tables.fund_entry.add([districtId, newId(), id, yearOf(day), source, kind, day, amount]);
  for (const asOfOn of missed) tables.missed_report.add([districtId, newId(), id, asOfOn, addDays(asOfOn, 4)]);
  for (const { dimension, colour, inputs, fromOn, toOn } of spans) tables.light_span.add([districtId, newId(), id, dimension, colour, JSON.stringify(inputs), fromOn, toOn]);
}

function newName({ pick }: Inventor, names: Set<string>, { name, townships }: ShapeDistrict, what: string, number: number): string {
  const wished = `${name}${pick(townships)}${what}`;
  const taken = names.has(wished) ? `${wished}（${number}号）` : wished;
  names.add(taken);
  return taken;
}

const lastReported = (suspendedOn: Day | null, silentWeeks: number): Day => (suspendedOn ? addDays(suspendedOn, -1) : addDays(lastWeek, -7 * silentWeeks));

type Course = { projectId: string; totalWan: number; startedOn: Day | null; completedOn: Day | null; pace: number; first: Year; lastOn: Day };

/** A year's weekly reports, each submitted and all but the last week's verified; with their steps and their lines in the audit. */
function makeReports({ tables, newId }: Making, invent: Inventor, { id: districtId, cityId, reportsEach }: ShapeDistrict, { projectId, totalWan, startedOn, completedOn, pace, first: { year, planWan, investedBeforeWan }, lastOn }: Course): Report[] {
  const entry = auditor({ tables, newId }, districtId);
  const weeks = weeksOf(reportsEach).filter((day) => yearOf(day) === year && day <= lastOn);
  const texts: string[] = [];
  const amounts: number[] = [];
  return weeks.map((asOfOn, at) => {
    const share = (Date.parse(asOfOn) - Date.parse(`${year - 1}-12-31`)) / 86_400_000 / 365;
    const completedWan = startedOn && startedOn <= asOfOn ? Math.round(planWan * Math.min(1, share * pace)) : 0;
    const money = ((investedBeforeWan + completedWan) / totalWan) * 100;
    const physical = (completedOn && completedOn <= asOfOn ? 100 : Math.min(99, money + 2)).toFixed(1);
    // One in a hundred says what was said last week, and is marked.
    const siteText = at > 0 && invent.next() < 0.01 ? texts[at - 1]! : `${startedOn && startedOn <= asOfOn ? siteTexts[Math.floor(money / 13) % siteTexts.length]! : "前期手续办理中"}，第 ${at + 1} 周。`;
    const submittedOn = addDays(asOfOn, invent.next() < 0.7 ? 0 : 3);
    const verifiedOn = asOfOn < lastWeek ? addDays(asOfOn, 4) : null;
    const marks = marksOf({ asOfOn, completedWan: String(completedWan), physicalPercent: physical, siteText, totalWan: String(totalWan), investedBeforeWan: String(investedBeforeWan), planWan: String(planWan), before: at > 0 ? { asOfOn: weeks[at - 1]!, completedWan: String(amounts[at - 1]), siteText: texts[at - 1]! } : null });
    const id = newId();
    tables.progress_report.add([districtId, id, projectId, year, asOfOn, verifiedOn ? "verified" : "submitted", completedWan, physical, siteText, marks, submittedOn, by, verifiedOn, verifiedOn && by, verifiedOn ? 2 : 1]);
    tables.step_event.add([districtId, newId(), cityId, "progressReport", id, "submit", null, "submitted", null, momentOf(submittedOn, 600).toISOString(), by]);
    entry("report.submit", "progressReport", id, { asOfOn, completedWan: String(completedWan), physicalPercent: physical, status: "submitted", version: 1 });
    if (verifiedOn) {
      tables.step_event.add([districtId, newId(), cityId, "progressReport", id, "verify", "submitted", "verified", null, momentOf(verifiedOn, 600).toISOString(), by]);
      entry("report.verify", "progressReport", id, { status: "verified", verifiedOn, version: 2 }, { status: "submitted", verifiedOn: null });
    }
    texts.push(siteText);
    amounts.push(completedWan);
    return { id, asOfOn, year, completedWan, physical };
  });
}

const weeksByCount = new Map<number, Day[]>();
function weeksOf(count: number): Day[] {
  const known = weeksByCount.get(count) ?? reportDaysBetween("2022-01-07", lastWeek, 5).slice(-count);
  weeksByCount.set(count, known);
  return known;
}

/** Weeks that are past their cut-off and were not reported before the works stood still. */
const missedBy = (lastOn: Day, suspendedOn: Day | null): Day[] =>
  reportDaysBetween(addDays(lastOn, 1), lastWeek, 5).filter((asOfOn) => asOfOn > lastOn && addDays(asOfOn, 3) < demoStart && (!suspendedOn || asOfOn < suspendedOn));

type Node = { name: string; dueOn: Day; doneOn: Day | null };
function makeMilestones(invent: Inventor, startOn: Day, finishOn: Day): Node[] {
  const days = (Date.parse(finishOn) - Date.parse(startOn)) / 86_400_000;
  return ([["基础完成", 0.25], ["主体完成", 0.6], ["竣工验收", 1]] as const).map(([name, share]) => {
    const dueOn = addDays(startOn, Math.round(days * share));
    const isLate = dueOn > "2023-02-20" && invent.next() < 0.4;
    return { name, dueOn, doneOn: dueOn <= demoStart && !isLate ? addDays(dueOn, -wholeBetween(invent, 0, 4)) : null };
  });
}

type Money = { kind: "planned" | "received" | "spent"; source: "own" | "special_bond" | "bank_loan"; day: Day; amount: number };
function makeFunds(invent: Inventor, planWan: number): Money[] {
  const source = invent.pick(["own", "special_bond", "bank_loan"] as const);
  const inPlace = invent.next() < 0.1 ? between(invent, 0.1, 0.6) : between(invent, 0.9, 1);
  const planned = apportion(Math.round(planWan * 0.5), [3, 2, 2, 3]);
  return planned.flatMap((amount, at): Money[] => {
    const day = ["2023-01-20", "2023-03-10", "2023-06-20", "2023-10-20"][at]!;
    const received = Math.round(amount * inPlace);
    return amount === 0 ? [] : [{ kind: "planned", source, day, amount }, ...(day < "2023-04-01" && received > 0 ? [{ kind: "received" as const, source, day: addDays(day, 5), amount: received }, { kind: "spent" as const, source, day: addDays(day, 12), amount: Math.max(1, Math.round(received * 0.8)) }] : [])];
  });
}

type Lived = { years: Year; plannedOn: Day; stages: [string, Day][]; reports: Report[]; milestones: Node[]; funds: Money[]; suspendedOn: Day | null };
type Span = { dimension: string; colour: string; inputs: object; fromOn: Day; toOn: Day | null };

/** The lights as the rules judge them, night by night. */
function judgeAll(lived: Lived): Span[] {
  const spans: Span[] = [];
  for (const day of nights) {
    const judged = judge(inputsOn(lived, day), day, defaults);
    for (const dimension of ["overall", ...dimensions] as const) {
      const { colour, inputs } = judged[dimension];
      const open = spans.findLast((span) => span.dimension === dimension && span.toOn === null);
      if ((open?.colour ?? "none") === colour) continue;
      if (open) open.toOn = day;
      if (colour !== "none") spans.push({ dimension, colour, inputs, fromOn: day, toOn: null });
    }
  }
  return spans;
}

function inputsOn({ years: { planWan, months }, plannedOn, stages, reports, milestones, funds, suspendedOn }: Lived, day: Day): LightInputs {
  const monthTexts = (months ?? []).map(String);
  const late = milestones.filter(({ dueOn, doneOn }) => dueOn < day && (doneOn === null || doneOn > day)).sort((one, other) => one.dueOn.localeCompare(other.dueOn));
  const sum = (kind: Money["kind"], until?: Day) => String(funds.filter((fund) => fund.kind === kind && (!until || fund.day <= until)).reduce((total, { amount }) => total + amount, 0));
  const known = reports.filter(({ asOfOn }) => asOfOn <= day);
  const due = reportDaysBetween("2022-12-31", day, 5).filter((asOfOn) => addDays(asOfOn, 3) < day);
  const last = known.filter(({ asOfOn }) => asOfOn <= (due.at(-1) ?? day)).at(-1)?.asOfOn ?? "";
  return {
    status: suspendedOn && suspendedOn <= day ? "suspended" : "active", stage: stages.findLast(([, on]) => on <= day)![0] as LightInputs["stage"], isListed: true, plannedStartOn: plannedOn,
    planWan: String(planWan), expectedWan: expectedWan(String(planWan), monthTexts, 2023, day), completedWan: String(known.findLast(({ year }) => year === 2023)?.completedWan ?? 0),
    milestones: milestones.length, lateMilestones: late.length, lateMilestone: late[0] ? { name: late[0].name, dueOn: late[0].dueOn } : null,
    fundsPlannedWan: sum("planned"), fundsDueWan: sum("planned", day), fundsReceivedWan: sum("received", day), missedWeeks: due.filter((asOfOn) => asOfOn > last).length,
  };
}

/** Lines of the audit, each waiting to be sealed. */
function auditor({ tables, newId }: Pick<Making, "tables" | "newId">, districtId: string) {
  return (action: string, kind: string, subjectId: string, after: object, before: object | null = null): void => {
    const id = newId();
    tables.audit_entry.add([districtId, id, "2023-04-11T00:00:00Z", by, "system", "script", action, "done", kind, subjectId, before && JSON.stringify(before), JSON.stringify(after)]);
    tables.audit_pending.add([districtId, id]);
  };
}
