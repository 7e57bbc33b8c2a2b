import { addDays, type Day } from "@/lib/foundation/calendar";
import type { Industry } from "@/prisma/generated/enums";
import { inventor } from "../invent";
import { places } from "../places";
import { apportion, between, mixOf, sizeBetween, wholeBetween } from "./amounts";
import { reports2022, monthsOf, stageOn, stagesBefore } from "./course";
import { keyProjects, pathOf, unitsFor, type Given, type Inventing } from "./key-projects";
import { namer, scopeOf } from "./names";
import { named, summitOn } from "./named";
import type { PlannedDistrict, PlannedFund, PlannedProject, PlannedYear } from "./plan";

/** 1 亿元 in 万元. */
const yi = 10_000;

/** Every project of the demo, by the key of its district. The sums are the report's; what it does not tell is invented. */
export function planDistricts(): Record<string, PlannedDistrict> {
  const nameFor = namer(new Set());
  const of = (key: string): Inventing => ({ invent: inventor(`projects ${key}`), district: places.find((place) => place.key === key)!, nameFor });
  return {
    puyangxian: puyangCounty(of("puyangxian")), nanle: nanle(of("nanle")), qingfeng: qingfeng(of("qingfeng")), fanxian: fan(of("fanxian")), taiqian: taiqian(of("taiqian")),
    hualong: hualong(of("hualong")), jingkai: economicZone(of("jingkai")), shifan: demonstrationZone(of("shifan")), gongye: industrialPark(of("gongye")),
  };
}

function puyangCounty(of: Inventing): PlannedDistrict {
  const upper = keyProjects(of, {
    count: 56, newCount: 36, levels: { province: 18, city: 38 }, sizes: [8000, 600_000], totalWan: 796.5 * yi, planWan: 343.4 * yi, completedWan: 128.4 * yi,
    profile: "front", withMonths: 1, withTaskForce: 1, waiting: 0.22, ofOffice: 8,
  });
  const county = keyProjects(of, { count: 14, newCount: 8, levels: { county: 1 }, sizes: [2000, 30_000], profile: "even", withMonths: 0.6, withTaskForce: 1, waiting: 0.3, ofOffice: 2 });
  suspend(county[5]!, "2023-03-06", "funding", "资金链紧张，正与银行对接续贷", "2023-06-30");
  return { projects: [...upper, ...county, ...reserves(of, 14)], funds: [] };
}

function nanle(of: Inventing): PlannedDistrict {
  const upper = keyProjects(of, {
    count: 41, newCount: 24, levels: { province: 12, city: 29 }, sizes: [6000, 300_000], totalWan: 2_613_500, planWan: 1_200_300, completedWan: 545_600,
    profile: "front", withMonths: 1, withTaskForce: 0.6, waiting: 0.2, ofOffice: 12,
  });
  const county = keyProjects(of, { count: 9, newCount: 5, levels: { county: 1 }, sizes: [2000, 20_000], profile: "even", withMonths: 0.6, withTaskForce: 0.4, waiting: 0.3, ofOffice: 0 });
  return { projects: [...upper, ...county, ...reserves(of, 12)], funds: [] };
}

function qingfeng(of: Inventing): PlannedDistrict {
  const key = keyProjects(of, { count: 65, newCount: 38, levels: { province: 9, city: 21, county: 35 }, sizes: [3000, 150_000], profile: "even", withMonths: 0.8, withTaskForce: 0.4, waiting: 0.25, ofOffice: 9 });
  return { projects: [...key, ...reserves(of, 16)], funds: [] };
}

/** 40 projects of 1 亿元 and more signed in 2022, 273 亿元 in all; of these 28 became key projects of 2023. */
function fan(of: Inventing): PlannedDistrict {
  const { invent } = of;
  const sizes = [60 * yi, 30 * yi, ...apportion(273 * yi - 90 * yi - 38 * yi, Array.from({ length: 38 }, () => between(invent, 0.3, 3)), 100).map((size) => size + yi)];
  const names = [named.hydrogen, named.logisticsPort];
  const signers = sizes.map((totalWan, at): Given => ({
    totalWan, isNew: true, industry: at === 1 ? "services" : "industry", signedOn: addDays("2022-01-10", Math.floor((at * 340) / 40)), ...(names[at] ? { name: names[at], isNamed: true } : {}),
  }));
  const key = keyProjects(of, {
    count: 228, newCount: 142, levels: { province: 14, city: 40, county: 174 }, sizes: [2000, 90_000], given: signers.slice(0, 28),
    profile: "even", withMonths: 0.7, withTaskForce: 0.1, waiting: 0.25, whitelistedFrom: "2022-12-20", ofOffice: 10, signedEarly: true,
  });
  for (const [at, day] of (["2023-04-03", "2023-04-06"] as const).entries()) suspend(key[60 + at * 17]!, day, at ? "land" : "market", at ? "用地手续补办中" : "市场变化，企业调整产品方案", "2023-08-31");
  const only = signers.slice(28).map((one) => reserve(of, { industry: "industry", totalWan: one.totalWan!, stages: signedStages(of, one.signedOn!) }));
  const small = [6200, 8800, 3500].map((totalWan, at) => reserve(of, { industry: "industry", totalWan, stages: signedStages(of, addDays("2022-03-09", at * 70)) }));
  const renewed = Array.from({ length: 14 }, (_, at) => transformation(of, at));
  const relocation = reserve(of, { name: named.relocation, industry: "urban", totalWan: 31_000, stages: [stageOn("reserve", "2021-09-10"), stageOn("landed", "2022-02-20"), stageOn("started", "2022-03-15"), stageOn("completed", "2022-12-18")] });
  relocation.remark = "见于报道";
  relocation.funds = apportion(29_600, [3, 4, 3, 2], 10).map((amount, at) => fund("own", "spent", ["2022-05-20", "2022-07-18", "2022-09-22", "2022-12-12"][at]!, String(amount)));
  return { projects: [...key, ...only, ...small, ...renewed, relocation, ...reserves(of, 14)], funds: [] };
}

function signedStages({ invent }: Inventing, signedOn: Day) {
  return [stageOn("reserve", addDays(signedOn, -wholeBetween(invent, 60, 200))), stageOn("signed", signedOn), ...(signedOn < "2022-09-01" ? [stageOn("landed", addDays(signedOn, 120))] : [])];
}

/** 技术改造 of 2022: done within the year. */
function transformation(of: Inventing, at: number): PlannedProject {
  const { invent } = of;
  const totalWan = sizeBetween(invent, 1500, 12_000, 100);
  const startedOn = addDays("2022-01-12", at * 7);
  const completedOn = addDays("2022-09-20", at * 6);
  const signedOn = addDays(startedOn, -wholeBetween(invent, 90, 160));
  const project = reserve(of, {
    industry: "industry", isTransformation: true, totalWan,
    stages: [stageOn("reserve", addDays(signedOn, -60)), stageOn("signed", signedOn < "2022-01-01" ? signedOn : "2021-12-20"), stageOn("landed", addDays(startedOn, -12) > "2021-12-20" ? addDays(startedOn, -12) : "2021-12-22"), stageOn("started", startedOn), stageOn("completed", completedOn), stageOn("in_production", addDays(completedOn, 20))],
  });
  project.registeredOn = "2022-02-15";
  const planWan = Math.round(totalWan * 0.9);
  project.years = [yearOf2022("county", "new", planWan, 0)];
  project.reports = reports2022(invent, { completedWan: totalWan, totalWan, investedBeforeWan: 0, path: "production", industry: "industry" });
  return project;
}

const yearOf2022 = (level: PlannedYear["level"], kind: PlannedYear["kind"], planWan: number, investedBeforeWan: number): PlannedYear => ({
  year: 2022, level, kind, planWan, investedBeforeWan, monthsWan: monthsOf("even", planWan, "2021-06-01"), goal: "完成年度建设内容", fromOn: "2022-01-01",
});

/** Money of 2022 by source; a number of projects is not told, so the count of its key projects is invented. */
function taiqian(of: Inventing): PlannedDistrict {
  const key = keyProjects(of, { count: 48, newCount: 29, levels: { province: 6, city: 16, county: 26 }, sizes: [2500, 110_000], profile: "even", withMonths: 0.7, withTaskForce: 0.4, waiting: 0.28, ofOffice: 7 });
  suspend(key[9]!, "2023-02-13", "demolition", "房屋征收尚余 6 户，正在逐户做工作", "2023-05-31");
  withdraw(key[23]!, "2023-03-15", "企业投资计划变更，双方解除协议");
  const funds = [
    ...received(of, "central_budget", [["2022-03-28", 0.4], ["2022-06-24", 0.35], ["2022-09-26", 0.25]], 12_900),
    ...spent(of, "central_budget", 9_197.7),
    ...received(of, "special_bond", [["2022-02-25", 0.3], ["2022-05-30", 0.4], ["2022-08-29", 0.3]], 340_200),
    ...spent(of, "special_bond", 299_103.84),
    ...received(of, "bank_loan", [["2022-03-31", 0.28], ["2022-06-30", 0.3], ["2022-09-30", 0.24], ["2022-12-30", 0.18]], 133_800),
  ];
  return { projects: [...key, ...reserves(of, 12)], funds };
}

/** 29 projects of province and city in 2022, 59.2 亿元 on a plan of 43.2117 亿元, which is 37 points over it. */
function hualong(of: Inventing): PlannedDistrict {
  const { invent } = of;
  const industries = mixOf<Industry>(invent, 29, { industry: 11, services: 5, urban: 6, social: 4, transport_energy: 3 });
  const plans = apportion(432_117, industries.map(() => sizeBetween(invent, 3000, 60_000, 100)), 100);
  const completed = apportion(592_000, plans.map((plan) => plan * between(invent, 1.25, 1.5)), 10);
  const levels = mixOf(invent, 29, { province: 9, city: 20 });
  const given = industries.map((industry, at): Given & { finished: PlannedProject | null } => {
    const investedBeforeWan = Math.round(plans[at]! * between(invent, 0, 1.2));
    const invested = investedBeforeWan + completed[at]!;
    const isDone = at % 2 === 1;
    const totalWan = Math.round((invested * (isDone ? 1.04 : between(invent, 1.5, 2.4))) / 100) * 100;
    const startedOn = addDays("2021-03-05", wholeBetween(invent, 0, 280));
    const path = pathOf(industry);
    const doneOn = addDays("2022-11-08", wholeBetween(invent, 0, 45));
    const stages = [...stagesBefore(invent, path, startedOn), stageOn("started", startedOn), ...(isDone ? [stageOn("completed", doneOn)] : [])];
    const year = yearOf2022(levels[at]!, "continuing", plans[at]!, investedBeforeWan);
    const reports = reports2022(invent, { completedWan: completed[at]!, totalWan, investedBeforeWan, path, industry });
    const finished = reserve(of, { industry, totalWan, stages });
    Object.assign(finished, { registeredOn: "2022-02-15", years: [year], reports, lead: { leader: at, fromOn: "2022-02-15" }, plannedStartOn: startedOn, plannedCompletionOn: isDone ? addDays(doneOn, 12) : addDays(startedOn, 900) });
    return { finished: finished, name: finished.name, industry, totalWan, isNew: false, stages, plannedStartOn: startedOn, registeredOn: "2022-02-15", leadFrom: "2022-02-15", years: [year], investedBeforeWan: invested, ...(isDone ? { isNew: undefined } : {}) };
  });
  const going = given.filter((_, at) => at % 2 === 0);
  const summit = apportion(60 * yi - 25 * yi, [1.2, 1, 0.8], 100);
  const key = keyProjects(of, {
    count: 36, newCount: 19, levels: { province: 9, city: 15, county: 12 }, sizes: [4000, 120_000], profile: "even", withMonths: 0.8, withTaskForce: 0.5, waiting: 0.3, ofOffice: 6,
    given: [
      ...going.map(({ finished: _, ...told }) => told),
      { name: named.guohong, isNamed: true, totalWan: 13.6 * yi, industry: "industry", isNew: true, signedOn: "2022-06-08", plannedStartOn: "2023-04-28", stages: [stageOn("reserve", "2022-02-21"), stageOn("signed", "2022-06-08"), stageOn("landed", "2022-12-05")] },
      { name: named.medicalData, isNamed: true, totalWan: 30 * yi, industry: "services", isNew: true, plannedStartOn: "2023-05-20", stages: [stageOn("reserve", "2022-04-11"), stageOn("signed", "2022-10-19"), stageOn("landed", "2023-02-24")] },
      { name: named.haidelisen, isNamed: true, totalWan: 25 * yi, industry: "industry", isNew: true, plannedStartOn: "2023-05-10", stages: [stageOn("reserve", "2022-07-04"), stageOn("signed", summitOn), stageOn("landed", "2023-02-14")] },
    ],
  });
  for (const [at, project] of key.slice(0, going.length).entries()) {
    const told = going[at]!.finished!;
    Object.assign(project, { reports: [...told.reports, ...project.reports], scope: told.scope, unit: told.unit, township: told.township });
  }
  suspend(key[20]!, "2023-03-20", "permits", "规划条件调整，重新报批", "2023-06-15");
  const others = summit.map((totalWan) => reserve(of, { industry: "industry", totalWan, stages: [stageOn("reserve", "2022-07-20"), stageOn("signed", summitOn)] }));
  const zhongqin = reserve(of, {
    name: named.zhongqin, industry: "industry", totalWan: 50 * yi,
    stages: [stageOn("reserve", "2022-03-02"), stageOn("signed", "2022-05-16"), stageOn("landed", "2022-07-18"), stageOn("started", "2022-07-25"), stageOn("completed", "2022-11-10"), stageOn("in_production", "2022-11-18")],
  });
  zhongqin.remark = "见于报道";
  return { projects: [...given.filter((_, at) => at % 2 === 1).map((one) => one.finished!), ...key, ...others, zhongqin, ...reserves(of, 10)], funds: [] };
}

/** 125 reserve projects with planned special bonds of 2023, 71 with planned central budget: more than 10 亿元 in all. */
function economicZone(of: Inventing): PlannedDistrict {
  const { invent } = of;
  const key = keyProjects(of, {
    count: 38, newCount: 23, levels: { province: 7, city: 15, county: 16 }, sizes: [4000, 160_000], profile: "even", withMonths: 0.8, withTaskForce: 1, waiting: 0.3, ofOffice: 6,
    given: [{ name: named.mma, isNamed: true, totalWan: 20 * yi, industry: "industry", isNew: true, plannedStartOn: "2023-06-01", stages: [stageOn("reserve", "2022-03-10"), stageOn("signed", "2022-08-16"), stageOn("landed", "2023-02-27")] }],
  });
  suspend(key[14]!, "2023-03-27", "funding", "建设单位资金未到位", "2023-07-31");
  const planned = (count: number, source: PlannedFund["source"], sumWan: number, industries: Partial<Record<Industry, number>>) => {
    const kinds = mixOf<Industry>(invent, count, industries);
    const amounts = apportion(sumWan, kinds.map(() => between(invent, 0.4, 1.6)), 10);
    return kinds.map((industry, at) => {
      const on = addDays("2022-07-01", wholeBetween(invent, 0, 240));
      const project = reserve(of, { industry, totalWan: sizeBetween(invent, 1500, 40_000, 100), stages: [stageOn("reserve", on)] });
      const entered = project.registeredOn > "2023-01-05" ? project.registeredOn : "2023-01-05";
      project.funds = [{ ...fund(source, "planned", invent.pick(["2023-06-30", "2023-09-30", "2023-12-20"]), String(amounts[at]!)), enteredOn: entered }];
      return project;
    });
  };
  const bonds = planned(125, "special_bond", 84_000, { urban: 44, social: 30, transport_energy: 26, agriculture: 12, services: 13 });
  const central = planned(71, "central_budget", 27_500, { urban: 24, social: 25, agriculture: 14, transport_energy: 8 });
  const funds = [
    ...received(of, "central_budget", [["2022-03-30", 0.5], ["2022-07-22", 0.5]], 16_600), ...received(of, "special_bond", [["2022-02-28", 0.4], ["2022-06-13", 0.35], ["2022-09-13", 0.25]], 59_300),
    ...spent(of, "central_budget", 15_140), ...spent(of, "special_bond", 69_372.6 - 15_140),
  ];
  return { projects: [...key, ...bonds, ...central], funds };
}

/** 70 key projects of 2023; 95 projects planned in 2022 (208 亿元), 73 in 2023 (390 亿元, 35 of them industrial); 43 under a duty in 2022. */
function demonstrationZone(of: Inventing): PlannedDistrict {
  const { invent } = of;
  const industries: Industry[] = [
    ...Array.from({ length: 6 }, () => "industry" as const), ...mixOf<Industry>(invent, 35, { urban: 15, social: 12, transport_energy: 8 }), ...mixOf<Industry>(invent, 29, { industry: 17, services: 8, agriculture: 4 }),
  ];
  // Of the first six (10 亿元 or more) four go on; of all seventy 24.
  const continuing = new Set([0, 1, 2, 3, ...Array.from({ length: 12 }, (_, at) => 6 + at * 2), ...Array.from({ length: 8 }, (_, at) => 41 + at * 3)]);
  const newAt = industries.map((_, at) => at).filter((at) => !continuing.has(at));
  const planned = newAt.map((_, at) => (at < 19 ? addDays("2022-01-04", at * 2) : addDays("2022-02-20", Math.floor(((at - 19) * 300) / 27))));
  const sizeOf = (at: number) => (at < 6 ? wholeBetween(invent, 1020, 2600) * 100 : pathOf(industries[at]!) === "works" ? sizeBetween(invent, 1500, 30_000, 100) : sizeBetween(invent, 3000, 60_000, 100));
  const given = industries.map((industry, at): Given => {
    const place = newAt.indexOf(at);
    if (place < 0) return { industry, isNew: false, totalWan: sizeOf(at), leadFrom: "2022-03-01" };
    const on = planned[place]!;
    const isProduction = pathOf(industry) === "production";
    const signedOn = addDays(on, 70);
    const stages = [stageOn("reserve", on), ...(isProduction && signedOn < "2023-02-01" ? [stageOn("signed", signedOn)] : []), ...(addDays(on, 150) < "2023-03-20" && place % 3 !== 0 ? [stageOn("landed", addDays(on, 150))] : [])];
    const start = place % 9 === 4 ? addDays("2023-02-15", place) : place === 12 ? "2022-12-30" : addDays("2023-04-25", wholeBetween(invent, 0, 120));
    return { industry, isNew: true, totalWan: sizeOf(at), stages, plannedStartOn: start, ...(place < 19 ? { leadFrom: "2022-03-01" } : {}) };
  });
  const key = keyProjects(of, {
    count: 70, newCount: 46, levels: { province: 8, city: 27, county: 35 }, sizes: [3000, 60_000], industries, given, profile: "even", withMonths: 0.85, withTaskForce: 0.3, waiting: 1, ofOffice: 8,
  });
  const inKey = newAt.reduce((sum, at) => sum + given[at]!.totalWan!, 0);
  const of2022 = planReserve(of, 95 - 46, 208 * yi - inKey, "2022-02-16", 300, { urban: 14, social: 12, industry: 10, services: 6, transport_energy: 5, agriculture: 2 });
  const of2023 = [
    ...planReserve(of, 35, 262 * yi, "2023-01-04", 70, { industry: 1 }),
    ...planReserve(of, 38, 128 * yi, "2023-01-05", 72, { urban: 13, social: 10, services: 8, transport_energy: 7 }),
  ];
  return { projects: [...key, ...of2022, ...of2023], funds: received(of, "central_budget", [["2022-04-11", 0.6], ["2022-08-17", 0.4]], 2505) };
}

function planReserve(of: Inventing, count: number, sumWan: number, from: Day, days: number, mix: Partial<Record<Industry, number>>): PlannedProject[] {
  const { invent } = of;
  const industries = mixOf<Industry>(invent, count, mix);
  const totals = apportion(sumWan, industries.map(() => sizeBetween(invent, 3000, 50_000, 1)), 100);
  return industries.map((industry, at) => reserve(of, { industry, totalWan: totals[at]!, stages: [stageOn("reserve", addDays(from, Math.floor((at * days) / count)))] }));
}

function industrialPark(of: Inventing): PlannedDistrict {
  const key = keyProjects(of, {
    count: 31, newCount: 18, levels: { province: 8, city: 14, county: 9 }, sizes: [5000, 140_000], mix: { industry: 74, urban: 14, transport_energy: 8, services: 4 }, profile: "even", withMonths: 0.8, withTaskForce: 0.5, waiting: 0.25, ofOffice: 5,
  });
  suspend(key[11]!, "2023-02-20", "market", "产品价格下行，企业放缓建设", "2023-05-20");
  const told = (name: string, totalWan: number, stages: PlannedProject["stages"], funds: PlannedFund[]) => Object.assign(reserve(of, { name, industry: "industry", totalWan, stages }), { remark: "见于报道", funds });
  const junheng = told(named.junheng, 98_000, [
    stageOn("reserve", "2022-03-08"), stageOn("signed", "2022-05-12"), stageOn("landed", "2022-07-20"), stageOn("started", "2022-08-12"), stageOn("completed", "2022-12-01"), stageOn("in_production", "2022-12-12"),
  ], [fund("bank_loan", "received", "2022-09-15", "12000"), fund("bank_loan", "received", "2022-11-21", "18000")]);
  const enying = told(named.enying, 36_000, [
    stageOn("reserve", "2021-10-11"), stageOn("signed", "2021-12-06"), stageOn("landed", "2022-02-17"), stageOn("started", "2022-03-01"), stageOn("completed", "2023-01-16"), stageOn("in_production", "2023-02-20"),
  ], [fund("other", "received", "2022-10-10", "2300")]);
  return { projects: [...key, junheng, enying, ...reserves(of, 8)], funds: [] };
}

/** The days on which a district's office enters what has come together. */
const batches: readonly Day[] = ["2022-02-15", "2022-06-20", "2022-10-18", "2023-01-03", "2023-03-20"];
const batchAfter = (on: Day): Day => batches.find((batch) => batch >= on) ?? batches.at(-1)!;

/** A project that is in no list of key projects. */
function reserve({ invent, district, nameFor }: Inventing, told: { name?: string; industry: Industry; totalWan: number | null; stages: PlannedProject["stages"]; isTransformation?: boolean }): PlannedProject {
  const { industry, stages } = told;
  const nature = told.isTransformation ? "transformation" : "new_build";
  const started = stages.find(({ stage }) => stage === "started")?.on ?? null;
  const finished = stages.find(({ stage }) => stage === "completed")?.on ?? null;
  const name = told.name ?? nameFor(invent, district, industry, told.isTransformation);
  return {
    name, industry, nature, path: pathOf(industry), scope: scopeOf(invent, industry, name), unit: invent.pick(unitsFor[industry]),
    township: invent.next() < 0.8 ? 19 + Math.floor(invent.next() * district.townships.length) : null, builder: null, totalWan: told.totalWan,
    startYear: started ? Number(started.slice(0, 4)) : 2023, endYear: finished ? Number(finished.slice(0, 4)) : 2025, plannedStartOn: started, plannedCompletionOn: finished, isInStatistics: started !== null, remark: "演示虚构",
    stages, registeredOn: batchAfter(stages[0]!.on), years: [], whitelistedFrom: null, lead: null, siteUnitFrom: null, contactFrom: null, reports: [], milestones: [], funds: [], moves: [],
  };
}

/** Some of a district that are only being planned or were signed lately. */
function reserves(of: Inventing, count: number): PlannedProject[] {
  const { invent } = of;
  return mixOf<Industry>(invent, count, { industry: 4, urban: 2, social: 2, services: 1, agriculture: 1 }).map((industry, at) => {
    const on = addDays(at % 3 === 0 ? "2021-06-01" : "2022-03-01", wholeBetween(invent, 0, 150));
    const signed = pathOf(industry) === "production" && at % 4 === 1 ? [stageOn("signed", addDays("2023-01-20", wholeBetween(invent, 0, 50)))] : [];
    return reserve(of, { industry, totalWan: at % 7 === 5 ? null : sizeBetween(invent, 1500, 60_000, 100), stages: [stageOn("reserve", on), ...signed] });
  });
}

function suspend(project: PlannedProject, on: Day, reason: "funding" | "land" | "demolition" | "permits" | "market", note: string, expectedEndOn: Day): void {
  project.moves.push({ move: "suspend", on, reason, note, expectedEndOn });
  standStill(project, on);
}

function withdraw(project: PlannedProject, on: Day, note: string): void {
  project.moves.push({ move: "withdraw", on, note });
  standStill(project, on);
}

/** From that day on nothing is reported, reached or paid. */
function standStill(project: PlannedProject, on: Day): void {
  project.reports = project.reports.filter(({ asOfOn, submittedOn }) => asOfOn < on && submittedOn < on).map((report) => ({ ...report, verifiedOn: report.verifiedOn && report.verifiedOn < on ? report.verifiedOn : null }));
  project.milestones = project.milestones.map((milestone) => (milestone.doneOn && milestone.doneOn >= on ? { ...milestone, doneOn: null } : milestone));
  project.funds = project.funds.filter(({ enteredOn }) => enteredOn < on);
  project.stages = project.stages.filter((stage) => stage.on < on);
}

const fund = (source: PlannedFund["source"], kind: PlannedFund["kind"], day: Day, amountWan: string): PlannedFund => ({ source, kind, day, amountWan, note: null, enteredOn: day });

/** Whole 万元 but for the last, which takes what is left over. */
function parts(sumWan: number, shares: readonly number[]): string[] {
  const hundredths = Math.round(sumWan * 100);
  const amounts = apportion(hundredths, shares, 100);
  return amounts.map((amount) => String(amount / 100));
}

function received(_: Inventing, source: PlannedFund["source"], days: readonly (readonly [Day, number])[], sumWan: number): PlannedFund[] {
  return parts(sumWan, days.map(([, share]) => share)).map((amount, at) => fund(source, "received", days[at]![0], amount));
}

function spent({ invent }: Inventing, source: PlannedFund["source"], sumWan: number): PlannedFund[] {
  const days: Day[] = ["2022-04-20", "2022-06-28", "2022-08-31", "2022-10-27", "2022-12-15"];
  return parts(sumWan, days.map(() => between(invent, 0.6, 1.4))).map((amount, at) => fund(source, "spent", days[at]!, amount));
}
