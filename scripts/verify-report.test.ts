import { describe, expect, it } from "vitest";
import { isFigureKey } from "@/lib/figures/catalogue/figures";
import { judged, relationOf } from "@/prisma/seed/report/compare";
import { mapping, type Asked } from "@/prisma/seed/report/mapping";
import report from "@/prisma/seed/report/puyang-2023.json";

const rows = report.figures.map(({ district, metric, period }) => `${district} ${metric} ${period}`);
const mapped = Object.entries(mapping).flatMap(([district, figures]) => Object.entries(figures).map(([name, handling]) => ({ name: `${district} ${name}`, handling })));
const asked = mapped.flatMap(({ name, handling }) => ("key" in handling ? [{ name, handling: handling as Asked }] : []));

describe("the report's figures", () => {
  it("are 218, each with one answer", () => {
    expect(rows).toHaveLength(218);
    expect(mapped.map(({ name }) => name)).toEqual(rows);
  });

  it("are asked of figures that the catalogue has", () => {
    expect(asked.filter(({ handling }) => !isFigureKey(handling.key))).toEqual([]);
    expect(asked.length).toBeGreaterThan(60);
  });

  it("differ in one place only, which says why", () => {
    expect(asked.filter(({ handling }) => handling.differs).map(({ name }) => name)).toEqual(["濮阳县 key_projects_annual_plan_completion_rate 2023_to_date"]);
  });

  it("say of nothing but what is not built that it is not yet there", () => {
    const built = /^(key_projects|project_|planned_|central_budget|special_bond|upper_level_funds|task_forces|county_leader|projects_with_monthly|continued_projects|new_projects|signed_project)/;
    const waiting = mapped.filter(({ handling }) => "notYet" in handling).map(({ name }) => name.split(" ")[1]!);
    // What land was supplied is of parcels, what two enterprises were paid is a benefit.
    const others = ["project_land_supplied_area", "project_certification_funds_haiyuan_zhongwei"];
    expect(waiting.filter((metric) => built.test(metric) && !others.includes(metric))).toEqual([]);
  });
});

describe("a value beside the report's", () => {
  it.each([
    ["at the digits that it prints", { value: 45.5, unit: "%", qualifier: "exact" }, { value: "45.46", unit: "percent" }, "45.5", true],
    ["halves up", { value: 37.4, unit: "%", qualifier: "exact" }, { value: "37.35", unit: "percent" }, "37.4", true],
    ["one hundredth off", { value: 37.41, unit: "%", qualifier: "exact" }, { value: "37.39", unit: "percent" }, "37.39", false],
    ["in 亿元, reckoned in 万元", { value: 796.5, unit: "亿元", qualifier: "exact" }, { value: "7965000", unit: "wan" }, "796.5", true],
    ["in 亿元, a little more", { value: 796.5, unit: "亿元", qualifier: "exact" }, { value: "7965500", unit: "wan" }, "796.6", false],
    ["in 万元, as it is", { value: 2505, unit: "万元", qualifier: "exact" }, { value: "2505", unit: "wan" }, "2505", true],
    ["over", { value: 10, unit: "亿元", qualifier: "target_at_least" }, { value: "115000", unit: "wan" }, "11.50", true],
    ["not quite over", { value: 10, unit: "亿元", qualifier: "over" }, { value: "99999.9999", unit: "wan" }, "10.00", false],
    ["within a year, reckoned in months", { value: 1, unit: "年", qualifier: "within" }, { value: "10.5", unit: "months" }, "0.88", true],
    ["longer than a year", { value: 1, unit: "年", qualifier: "within" }, { value: "12.1", unit: "months" }, "1.01", false],
    ["nearly", { value: 3, unit: "亿元", qualifier: "nearly" }, { value: "29600", unit: "wan" }, "2.96", true],
  ] as const)("%s", (_, reported, ledger, shown, holds) => expect(judged(reported, ledger)).toMatchObject({ shown, holds, relation: relationOf(reported) }));
});
