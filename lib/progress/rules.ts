import { dateOf, yearOf, type Day } from "@/lib/foundation/calendar";
import { compareWan, minusWan, percentOf, sumWan, yuanOf, type Wan } from "@/lib/foundation/money";
import { reportDayOf } from "@/lib/calendar/rules/reporting-week";
import type { ProjectStatus, ReportStatus } from "@/prisma/generated/enums";

/** Every move a report can make; a returned one no longer counts. The button and the guard ask the same table. */
export const reportSteps = {
  submit: { from: ["draft", "returned", "submitted"], to: "submitted", needs: "report.write" },
  verify: { from: ["submitted"], to: "verified", needs: "report.verify" },
  /** Also one that was verified by mistake. */
  return: { from: ["submitted", "verified"], to: "returned", needs: "report.verify" },
  /** A corrected figure is to be verified again. */
  correct: { from: ["submitted", "verified"], to: "submitted", needs: "report.write" },
} as const satisfies Record<string, { from: readonly ReportStatus[]; to: ReportStatus; needs: string }>;

export const mayStep = (step: keyof typeof reportSteps, status: ReportStatus): boolean => (reportSteps[step].from as readonly ReportStatus[]).includes(status);

/** Only these count in a figure. */
export const countingStatuses = ["submitted", "verified"] as const satisfies readonly ReportStatus[];

type Neighbour = { asOfOn: Day; completedWan: Wan } | null;
/** The counted reports of the same year just before and just after. */
export type Neighbours = { before: Neighbour; after: Neighbour };

export type ReportSituation = {
  asOfOn: Day;
  today: Day;
  /** 1 Monday … 7 Sunday: the district's report day. */
  weekday: number;
  /** Whether it stood among the key projects of that year on that day. */
  isKeyProject: boolean;
  /** How the project stood on that day. */
  projectStatus: ProjectStatus | null;
  /** The report that is there already. */
  standing: { status: ReportStatus; completedWan: Wan | null } | null;
};

export type ReportTrouble =
  | "reportDayAhead" | "notReportDay" | "reportNotKeyProject" | "reportSuspended" | "reportWithdrawn" | "reportVerified"
  | "reportLower" | "reportHigher" | "reportNeedsCorrection";

/** Why a project's week cannot be reported at all, whatever the figures; a draft is refused for the same reasons. */
export function whyNotWeek({ asOfOn, today, weekday, isKeyProject, projectStatus, standing }: ReportSituation): ReportTrouble | null {
  if (asOfOn > today) return "reportDayAhead";
  if (reportDayOf(asOfOn, weekday) !== asOfOn) return "notReportDay";
  if (projectStatus === "withdrawn") return "reportWithdrawn";
  if (!isKeyProject || projectStatus === null) return "reportNotKeyProject";
  if (projectStatus === "suspended") return "reportSuspended";
  if (standing?.status === "verified") return "reportVerified";
  return null;
}

/** Completed this year never falls from one report to the next: lower than the one before, or higher than the one after, is refused. */
export function whyNotAmount(completedWan: Wan, { before, after }: Neighbours): "reportLower" | "reportHigher" | null {
  if (before && compareWan(completedWan, before.completedWan) < 0) return "reportLower";
  if (after && compareWan(completedWan, after.completedWan) > 0) return "reportHigher";
  return null;
}

/** Why a report cannot be submitted, or null. What counts already is lowered by a correction, with a reason. */
export function whyNotReport(situation: ReportSituation & Neighbours & { completedWan: Wan }): ReportTrouble | null {
  const trouble = whyNotWeek(situation) ?? whyNotAmount(situation.completedWan, situation);
  if (trouble) return trouble;
  const { standing } = situation;
  return standing?.status === "submitted" && compareWan(situation.completedWan, standing.completedWan!) < 0 ? "reportNeedsCorrection" : null;
}

/** What the sentence of a refusal speaks of. */
export function valuesOf(project: { name: string }, { asOfOn, weekday, completedWan, before, after }: { asOfOn: Day; weekday: number; completedWan: Wan } & Neighbours) {
  return {
    name: project.name, day: asOfOn, year: yearOf(asOfOn), amount: completedWan, right: reportDayOf(asOfOn, weekday),
    beforeDay: before?.asOfOn ?? "", before: before?.completedWan ?? "", afterDay: after?.asOfOn ?? "", after: after?.completedWan ?? "",
  };
}

export const reportMarks = ["above_total", "far_above_total", "big_jump", "ahead_of_site", "same_text"] as const;
export type ReportMark = (typeof reportMarks)[number];

/** Money may be ahead of the site by so many points, and above the total by so many percent of it. */
const aheadPoints = 15;
const farAbovePercent = 120n;

export type Reported = {
  asOfOn: Day;
  completedWan: Wan;
  /** 0 to 100, of the whole project. */
  physicalPercent: string;
  siteText: string;
  /** Of the whole project; null when it has none yet. */
  totalWan: Wan | null;
  investedBeforeWan: Wan;
  planWan: Wan;
  /** The counted report of the same year before it. */
  before: { asOfOn: Day; completedWan: Wan; siteText: string | null } | null;
};

/**
 * What to look at when checking. Marks accuse nobody and block nothing.
 * - above_total: what was invested before and this year is more than the total; far_above_total: more than 1.2 times of it (instead)
 * - big_jump: since the report before (a year's first: since the year began), on average at least half of the annual plan a week
 * - ahead_of_site: the share of the total that is invested is 15 points or more above the physical progress
 * - same_text: last week's text again
 */
export function marksOf(report: Reported): ReportMark[] {
  const { asOfOn, completedWan, physicalPercent, siteText, totalWan, investedBeforeWan, planWan, before } = report;
  const marks: ReportMark[] = [];
  const invested = sumWan([investedBeforeWan, completedWan]);
  if (totalWan !== null && compareWan(invested, totalWan) > 0) {
    marks.push(yuanOf(invested) * 100n > yuanOf(totalWan) * farAbovePercent ? "far_above_total" : "above_total");
  }
  const weeks = BigInt(weeksBetween(before?.asOfOn ?? `${yearOf(asOfOn) - 1}-12-31`, asOfOn));
  const increase = yuanOf(minusWan(completedWan, before?.completedWan ?? "0"));
  if (increase > 0n && yuanOf(planWan) > 0n && increase * 2n >= yuanOf(planWan) * weeks) marks.push("big_jump");
  const share = totalWan === null ? null : percentOf(invested, totalWan);
  // Two decimals each: hundredths of a percent are whole numbers.
  if (share !== null && hundredths(share) - hundredths(physicalPercent) >= BigInt(aheadPoints * 100)) marks.push("ahead_of_site");
  if (before?.siteText && plain(before.siteText) === plain(siteText)) marks.push("same_text");
  return marks;
}

const weeksBetween = (from: Day, to: Day): number => Math.max(1, Math.ceil((dateOf(to).getTime() - dateOf(from).getTime()) / (7 * 86_400_000)));
const hundredths = (percent: string): bigint => yuanOf(percent) / 100n;
const plain = (text: string): string => text.normalize("NFKC").replaceAll(/[\s，。,.;；、]/g, "");

/** The columns of the sheet in their order; the first two are only shown. */
export const sheetColumns = ["name", "before", "completedWan", "physicalPercent", "siteText", "problems", "nextPlan"] as const;
export type SheetColumn = (typeof sheetColumns)[number];
export type EditableColumn = Exclude<SheetColumn, "name" | "before">;
export const editableColumns = sheetColumns.slice(2) as EditableColumn[];

/** The cells that Excel and WPS put on the clipboard: tabs and lines, a cell with a line break or a quote inside in quotes. */
export function cellsFrom(pasted: string): string[][] {
  const text = pasted.replaceAll(/\r\n?/g, "\n").replace(/\n$/, "");
  const rows: string[][] = [[]];
  for (let at = 0; ; ) {
    let cell = "";
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else {
      const end = endOfCell(text, at);
      cell = text.slice(at, end);
      at = end;
    }
    rows.at(-1)!.push(cell.trim());
    if (at >= text.length) return rows;
    if (text[at] === "\n") rows.push([]);
    at++;
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at++;
    // A quote inside of a plain text closes nothing.
    else if (text[at + 1] === undefined || text[at + 1] === "\t" || text[at + 1] === "\n") return at;
  }
  return text.length;
}

function endOfCell(text: string, from: number): number {
  const found = /[\t\n]/g;
  found.lastIndex = from;
  return found.exec(text)?.index ?? text.length;
}

export type Placed = { row: number; column: EditableColumn; text: string };

/**
 * Where pasted cells belong. A block goes right and down from the cell with the cursor. Whole rows, which begin with the names of projects,
 * go to the projects of these names, wherever they stand; `strangers` are names that the sheet does not have.
 */
export function placePasted(cells: readonly (readonly string[])[], names: readonly string[], at: { row: number; column: EditableColumn }): { placed: Placed[]; strangers: string[] } {
  const rowOf = new Map(names.map((name, row) => [plain(name), row]));
  const named = cells.filter(([first]) => rowOf.has(plain(first ?? ""))).length;
  const isWhole = named > 0 && named * 2 >= cells.filter((row) => row.length > 1).length;
  const strangers: string[] = [];
  const placed: Placed[] = [];
  cells.forEach((row, index) => {
    const target = isWhole ? rowOf.get(plain(row[0] ?? "")) : at.row + index;
    if (target === undefined || target >= names.length) {
      // The head of the sheet came along; an empty line is none.
      if (row[0] && !isHead(row[0])) strangers.push(row[0]);
      return;
    }
    const from = isWhole || row.length === sheetColumns.length ? 0 : sheetColumns.indexOf(at.column);
    row.forEach((text, offset) => {
      const column = sheetColumns[from + offset];
      if (column && column !== "name" && column !== "before") placed.push({ row: target, column, text });
    });
  });
  return { placed, strangers };
}

const isHead = (text: string): boolean => /^(项目|项目名称|project|name)$/i.test(text.trim());
