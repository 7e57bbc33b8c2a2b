import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/foundation/calendar";
import { stagesOf } from "@/lib/projects/rules";
import { demoStart } from "@/prisma/seed/demo-clock";
import { planDistricts } from "@/prisma/seed/projects/districts";
import { named } from "@/prisma/seed/projects/named";
import type { PlannedProject } from "@/prisma/seed/projects/plan";
import { reportedOn } from "@/prisma/seed/projects/course";

const plans = planDistricts();
const all = Object.values(plans).flatMap(({ projects }) => projects);
const keyOf = (district: string, year: number, levels: string[]) => plans[district]!.projects.filter((project) => project.years.some((one) => one.year === year && levels.includes(one.level)));
const sum = (projects: PlannedProject[], of: (project: PlannedProject) => number) => projects.reduce((total, project) => total + of(project), 0);
const plan = (year: number) => (project: PlannedProject) => project.years.find((one) => one.year === year)!.planWan;
const completed = (year: number, day: string) => (project: PlannedProject) => project.reports.filter(({ asOfOn }) => asOfOn <= day && asOfOn.startsWith(String(year))).at(-1)?.completedWan ?? 0;

describe("the demo's projects", () => {
  it("are the same each time", () => expect(planDistricts()).toEqual(plans));
  it("have no two names alike, and those of the report", () => {
    const names = all.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(Object.values(named).filter((name) => !names.includes(name))).toEqual([]);
    expect(all.filter(({ remark }) => remark === "见于报道").map(({ name }) => name).sort()).toEqual(Object.values(named).sort());
  });

  it.each([
    ["puyangxian", 2023, reportedOn, 56, 7_965_000, 3_434_000, 1_284_000],
    ["nanle", 2023, reportedOn, 41, 2_613_500, 1_200_300, 545_600],
    ["hualong", 2022, "2022-12-31", 29, null, 432_117, 592_000],
  ] as const)("sum to the report's amounts in %s %s", (district, year, day, count, totalWan, planWan, completedWan) => {
    const key = keyOf(district, year, ["province", "city"]);
    expect([key.length, sum(key, plan(year)), sum(key, completed(year, day))]).toEqual([count, planWan, completedWan]);
    if (totalWan !== null) expect(sum(key, ({ totalWan: total }) => total!)).toBe(totalWan);
  });

  it("take their stages in order, on days that come", () => {
    const wrong = all.filter(({ path, stages }) => stages.some(({ stage, on }, at) => on > demoStart || !stagesOf[path].includes(stage) || (at > 0 && (on < stages[at - 1]!.on || stagesOf[path].indexOf(stage) <= stagesOf[path].indexOf(stages[at - 1]!.stage)))));
    expect(wrong.map(({ name, stages }) => [name, stages])).toEqual([]);
  });

  it("never report less than the week before, and plan each month's money to the year's", () => {
    for (const { name, reports, years } of all) {
      expect(reports.filter((report, at) => at > 0 && report.asOfOn.slice(0, 4) === reports[at - 1]!.asOfOn.slice(0, 4) && report.completedWan < reports[at - 1]!.completedWan), name).toEqual([]);
      for (const { monthsWan, planWan } of years) if (monthsWan) expect(monthsWan.reduce((one, other) => one + other, 0), name).toBe(planWan);
    }
  });

  it("owe reports of the last week in every district", () => {
    for (const [district, { projects }] of Object.entries(plans)) {
      const owing = projects.filter((project) => project.years.some(({ year }) => year === 2023) && project.moves.length === 0 && project.reports.at(-1)!.asOfOn === reportedOn);
      expect(owing.length, district).toBeGreaterThan(0);
      const waiting = projects.filter(({ reports }) => reports.at(-1)?.asOfOn === addDays(reportedOn, 7) && !reports.at(-1)!.verifiedOn);
      expect(waiting.length, district).toBeGreaterThan(0);
    }
    // The demo's staff of Nanle enter a week of twelve projects.
    expect(plans.nanle!.projects.filter(({ unit, reports }) => unit === 0 && reports.at(-1)?.asOfOn === reportedOn)).toHaveLength(12);
  });
});
