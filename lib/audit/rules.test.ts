import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvOfLines, type ExportWords } from "./documents";
import type { AuditLine } from "./queries";
import { capabilityToRead, changesOf, firstIdAt, kindsOf, subjectNames, subjectOf } from "./rules";
import { filterFrom } from "./schema";

describe("what a line changed", () => {
  it.each([
    ["an addition", null, { name: "水利局", sortOrder: 3, retiredOn: null, version: 1 }, [["name", null, "水利局"], ["sortOrder", null, "3"]]],
    ["a change", { name: "水利局", sortOrder: 3 }, { name: "水务局", sortOrder: 3, version: 2 }, [["name", "水利局", "水务局"]]],
    ["something cleared", { post: "局长" }, { post: "", version: 2 }, [["post", "局长", null]]],
    ["a structure", null, { filter: { q: "a" } }, [["filter", null, '{"q":"a"}']]],
    ["nothing", null, null, []],
  ] as const)("%s", (_, before, after, changes) => expect(changesOf(before, after).map(({ field, before, now }) => [field, before, now])).toEqual(changes));
});

describe("kinds", () => {
  it.each([
    ["unit", "unit.read"],
    ["account", "account.read"],
    ["districtSetting", "setting.read"],
    ["calendarDay", "calendar.read"],
    ["cadrePost", "cadre.read"],
    ["enterpriseWhitelisting", "enterprise.read"],
    ["progressReport", "report.read"],
    ["siteUnit", "duty.read"],
    ["builderContact", "duty.read"],
    ["milestone", "schedule.read"],
    ["fundEntry", "fund.read"],
    ["session", null],
    ["apiToken", null],
    ["auditExport", null],
    ["constructor", null],
    ["nonsense", null],
  ] as const)("the history of %s needs %s", (kind, capability) => expect(capabilityToRead(kind)).toBe(capability));

  it("belong to one subject each", () => {
    const all = subjectNames.flatMap(kindsOf);
    expect(new Set(all).size).toBe(all.length);
    for (const subject of subjectNames) for (const kind of kindsOf(subject)) expect(subjectOf(kind)).toBe(subject);
  });
});

describe("ids by time", () => {
  it.each([
    ["1970-01-01T00:00:00.000Z", "00000000-0000-0000-0000-000000000000"],
    ["2023-04-11T00:30:00.000Z", "01876db8-2f40-0000-0000-000000000000"],
  ])("%s begins with %s", (moment, id) => expect(firstIdAt(new Date(moment))).toBe(id));

  it("sort as their moments do", () => {
    const moment = fc.date({ min: new Date(0), max: new Date("2199-01-01"), noInvalidDate: true });
    fc.assert(fc.property(moment, moment, (one, other) => Math.sign(firstIdAt(one).localeCompare(firstIdAt(other))) === Math.sign(one.getTime() - other.getTime())));
  });
});

describe("a filter from an address", () => {
  it("keeps what makes sense and drops the rest", () => {
    expect(filterFrom({ from: "2026-01-01", to: "gestern", kind: "unit", outcome: "", q: ["a", "b"], by: "\0", page: "3", nonsense: "x" })).toEqual({ from: "2026-01-01", kind: "unit" });
  });
});

describe("the file of an export", () => {
  const words: ExportWords = { headers: ["时间", "说明"], moment: (at) => at, outcome: (outcome) => outcome, role: (role) => role };
  const empty: AuditLine = {
    id: "1", at: "2026-03-02T00:00:00Z", districtId: "d", districtName: "南乐县", actorId: null, actorName: "王晓明", actorRole: "admin", via: "page", address: null,
    requestId: null, action: "unit.add", outcome: "done", kind: "unit", subjectId: null, before: null, after: null, note: null,
  };
  const fileOf = (...lines: Partial<AuditLine>[]) => [...csvOfLines(lines.map((line) => ({ ...empty, ...line })), words)].join("");

  it("begins with the mark of UTF-8 and the headers, and ends each line as spreadsheets expect", () => {
    expect(fileOf()).toBe("\uFEFF时间,说明\r\n");
    expect(fileOf({}).split("\r\n")).toHaveLength(3);
  });

  it.each(["=1+1", "+8613800000000", "-1", "@SUM(A1)", "\tx", "=cmd|' /C calc'!A0"])("writes %j as text, not as a formula", (note) => {
    expect(fileOf({ note })).toContain(`,'${note},`);
  });

  it.each([
    ["名称,简称", '"名称,简称"'],
    ['他说"好"', '"他说""好"""'],
    ["一行\n二行", '"一行\n二行"'],
  ])("quotes %j", (note, quoted) => expect(fileOf({ note })).toContain(`,${quoted},`));

  it("writes what changed as it is kept", () => expect(fileOf({ after: { name: "水利局" } })).toContain('"{""name"":""水利局""}"'));

  it("never lets a typed text begin a cell as a formula", () => {
    fc.assert(
      fc.property(fc.string(), (note) => {
        const cells = fileOf({ note, address: note, actorName: note }).slice(1).split(/\r\n|,/);
        expect(cells.every((cell) => !/^"?[=+@]/.test(cell) || note.includes(","))).toBe(true);
      }),
    );
  });
});
