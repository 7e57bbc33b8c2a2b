import { config } from "zod";
import { fieldSentence, type FieldTranslator } from "@/lib/foundation/field-sentence";
import { readAmount } from "@/lib/foundation/money";
import type { WeekOfProject } from "@/lib/progress/queries";
import { editableColumns, whyNotAmount, type EditableColumn } from "@/lib/progress/rules";
import { reportCells } from "@/lib/progress/schema";

// Zod would compile its checks with `new Function`, which the content policy forbids.
config({ jitless: true });

export type Cells = Record<EditableColumn, string>;
export type CellTroubles = Partial<Record<EditableColumn, string>>;

/** What a row shows before anybody types: its own report, or last week's without the sentence about the site. */
export function cellsOf({ report, before }: Pick<WeekOfProject, "report" | "before">): Cells {
  const from = report ?? (before && { ...before, siteText: null });
  return {
    completedWan: from?.completedWan ?? "", physicalPercent: from?.physicalPercent ?? "", siteText: from?.siteText ?? "", problems: from?.problems ?? "", nextPlan: from?.nextPlan ?? "",
  };
}

export const sameCells = (one: Cells, other: Cells): boolean => editableColumns.every((column) => one[column] === other[column]);

type Sentences = { fields: FieldTranslator; lower: (values: { beforeDay: string; before: string }) => string };

/** Sentence for each cell that cannot be saved, by the command's own schema and rule. What is still empty is told only when it was tried. */
export function troublesOf(cells: Cells, before: WeekOfProject["before"], wasTried: boolean, { fields, lower }: Sentences): CellTroubles {
  const troubles: CellTroubles = {};
  for (const issue of reportCells.safeParse(cells, { reportInput: true }).error?.issues ?? []) {
    const column = issue.path[0] as EditableColumn;
    if (wasTried || cells[column].trim() !== "") troubles[column] ??= fieldSentence(issue, fields);
  }
  const read = readAmount(cells.completedWan);
  if ("wan" in read && before?.completedWan && whyNotAmount(read.wan, { before: { asOfOn: before.asOfOn, completedWan: before.completedWan }, after: null })) {
    troubles.completedWan ??= lower({ beforeDay: before.asOfOn, before: before.completedWan });
  }
  return troubles;
}
