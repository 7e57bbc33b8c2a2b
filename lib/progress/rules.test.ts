import { describe, expect, it } from "vitest";
import { cellsFrom, marksOf, mayStep, placePasted, whyNotReport, type Reported, type ReportSituation } from "./rules";

type Asked = Parameters<typeof whyNotReport>[0];
const situation: ReportSituation = { asOfOn: "2023-04-07", today: "2023-04-11", weekday: 5, isKeyProject: true, projectStatus: "active", standing: null };
const asked = (more: Partial<Asked> = {}): Asked => ({ ...situation, completedWan: "500", before: null, after: null, ...more });
const before = { asOfOn: "2023-03-31", completedWan: "480.5" };
const after = { asOfOn: "2023-04-14", completedWan: "520" };

describe("a week's report", () => {
  it.each<[string, Partial<Asked>, string | null]>([
    ["of the due week", {}, null],
    ["of the report day itself", { today: "2023-04-07" }, null],
    ["of a week that was missed", { asOfOn: "2023-02-03" }, null],
    ["of a future day", { asOfOn: "2023-04-14" }, "reportDayAhead"],
    ["of a day that is no report day", { asOfOn: "2023-04-06" }, "notReportDay"],
    ["by a district that reports on Wednesdays", { asOfOn: "2023-04-05", weekday: 3 }, null],
    ["of the year's last day, a Sunday", { asOfOn: "2023-12-31", today: "2024-01-02" }, null],
    ["of the Friday in the week of 31 December", { asOfOn: "2023-12-29", today: "2024-01-02" }, "notReportDay"],
    ["of 31 December, a Friday", { asOfOn: "2021-12-31", today: "2022-01-04" }, null],
    ["of the week after the turn of the year", { asOfOn: "2024-01-05", today: "2024-01-08" }, null],
    ["of week 52, which ends on 1 January", { asOfOn: "2022-12-31", today: "2023-01-03" }, null],
    ["of the Friday of week 52, which ends in January", { asOfOn: "2022-12-30", today: "2023-01-03" }, "notReportDay"],
    ["of no key project", { isKeyProject: false }, "reportNotKeyProject"],
    ["before the project was registered", { projectStatus: null }, "reportNotKeyProject"],
    ["while suspended", { projectStatus: "suspended" }, "reportSuspended"],
    ["after it was withdrawn", { projectStatus: "withdrawn", isKeyProject: false }, "reportWithdrawn"],
    ["that is verified", { standing: { status: "verified", completedWan: "500" } }, "reportVerified"],
    ["over a draft", { standing: { status: "draft", completedWan: null } }, null],
    ["over a returned one, lower than that", { standing: { status: "returned", completedWan: "600" } }, null],
    ["over a submitted one, higher", { standing: { status: "submitted", completedWan: "499" } }, null],
    ["over a submitted one, lower", { standing: { status: "submitted", completedWan: "500.0001" } }, "reportNeedsCorrection"],
    ["equal to the one before", { before, completedWan: "480.5" }, null],
    ["lower than the one before", { before, completedWan: "480.4999" }, "reportLower"],
    ["equal to the one after", { after, completedWan: "520" }, null],
    ["higher than the one after", { after, completedWan: "520.0001" }, "reportHigher"],
  ])("%s", (_, more, reason) => expect(whyNotReport(asked(more))).toBe(reason));
});

describe("steps of a report", () => {
  it.each([
    ["submit", ["draft", "returned", "submitted"]],
    ["verify", ["submitted"]],
    ["return", ["submitted", "verified"]],
    ["correct", ["submitted", "verified"]],
  ] as const)("%s", (step, from) => expect((["draft", "submitted", "verified", "returned"] as const).filter((status) => mayStep(step, status))).toEqual((["draft", "submitted", "verified", "returned"] as const).filter((status) => (from as readonly string[]).includes(status))));
});

describe("marks", () => {
  const report: Reported = {
    asOfOn: "2023-04-07", completedWan: "5000", physicalPercent: "40", siteText: "主体封顶", totalWan: "20000", investedBeforeWan: "3000", planWan: "10000",
    before: { asOfOn: "2023-03-31", completedWan: "4800", siteText: "主体施工" },
  };
  it.each<[string, Partial<Reported>, string[]]>([
    ["none", {}, []],
    ["just at the total", { completedWan: "17000", before: { asOfOn: "2023-03-31", completedWan: "16000", siteText: null }, physicalPercent: "100" }, []],
    ["a yuan above the total", { completedWan: "17000.0001", before: { asOfOn: "2023-03-31", completedWan: "16000", siteText: null }, physicalPercent: "100" }, ["above_total"]],
    ["at 1.2 times the total", { completedWan: "21000", before: { asOfOn: "2023-03-31", completedWan: "20000", siteText: null }, physicalPercent: "100" }, ["above_total", "ahead_of_site"]],
    ["above 1.2 times the total", { completedWan: "21000.0001", before: { asOfOn: "2023-03-31", completedWan: "20000", siteText: null }, physicalPercent: "100" }, ["far_above_total", "ahead_of_site"]],
    ["half of the plan in a week", { before: { asOfOn: "2023-03-31", completedWan: "0", siteText: null } }, ["big_jump"]],
    ["a yuan less than that", { before: { asOfOn: "2023-03-31", completedWan: "0.0001", siteText: null } }, []],
    ["half of the plan in four weeks", { before: { asOfOn: "2023-03-10", completedWan: "0", siteText: null } }, []],
    ["half of the plan in the year's first week", { asOfOn: "2023-01-06", before: null }, ["big_jump"]],
    ["the year's first report, in April", { before: null }, []],
    ["15 points ahead of the site", { physicalPercent: "25" }, ["ahead_of_site"]],
    ["14.99 points ahead of it", { physicalPercent: "25.01" }, []],
    ["a project without a total", { totalWan: null, physicalPercent: "1" }, []],
    ["last week's text", { siteText: " 主体施工。" }, ["same_text"]],
  ])("%s", (_, more, marks) => expect(marksOf({ ...report, ...more })).toEqual(marks));
});

describe("pasted cells", () => {
  it.each<[string, string, string[][]]>([
    ["one cell", "1,200", [["1,200"]]],
    ["a block from Excel", "1\t2\r\n3\t4\r\n", [["1", "2"], ["3", "4"]]],
    ["an empty cell and an empty line", "1\t\t3\n\n4", [["1", "", "3"], [""], ["4"]]],
    ["a cell with a line break and quotes", '"主体\n""封顶"""\t5\n6', [['主体\n"封顶"', "5"], ["6"]]],
    ["a quote that opens nothing", '5" 管\t1', [['5" 管', "1"]]],
    ["a quoted cell that goes on", '"一"和"二"\t1', [['一"和"二', "1"]]],
  ])("%s", (_, text, cells) => expect(cellsFrom(text)).toEqual(cells));

  const names = ["甲项目", "乙项目", "丙项目"];
  it("go right and down from the cursor, and what is too much is told", () => {
    expect(placePasted([["1", "2"], ["3", "4"], ["5", "6"]], names, { row: 1, column: "completedWan" })).toEqual({
      placed: [
        { row: 1, column: "completedWan", text: "1" }, { row: 1, column: "physicalPercent", text: "2" },
        { row: 2, column: "completedWan", text: "3" }, { row: 2, column: "physicalPercent", text: "4" },
      ],
      strangers: ["5"],
    });
  });
  it("of whole rows go to the projects of their names, the head and the shown columns left out", () => {
    expect(placePasted([["项目", "上周累计", "本年累计"], ["丙项目", "9", "10"], ["甲 项目", "1", "2"], ["别的项目", "1", "2"]], names, { row: 0, column: "siteText" })).toEqual({
      placed: [{ row: 2, column: "completedWan", text: "10" }, { row: 0, column: "completedWan", text: "2" }],
      strangers: ["别的项目"],
    });
  });
  it("of whole rows without known names go by their place", () => {
    expect(placePasted([["一", "9", "10", "20", "文字", "", "下步"]], names, { row: 1, column: "completedWan" }).placed[0]).toEqual({ row: 1, column: "completedWan", text: "10" });
  });
});
