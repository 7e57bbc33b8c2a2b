"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { dropKeptText, keepText, readKeptText } from "@/components/forms/kept-text";
import { askServer, type Trouble } from "@/components/forms/trouble";
import { submitReports } from "@/lib/progress/actions";
import type { WeekOfProject } from "@/lib/progress/queries";
import { cellsFrom, placePasted, type EditableColumn } from "@/lib/progress/rules";
import { cellsOf, sameCells, troublesOf, type Cells } from "./cell-troubles";

/** What somebody typed into a row, over the version of the report they saw; once saved, until the page shows it. */
export type Typed = { cells: Cells; seen: number; savedVersion?: number };
type Said = { saved: number; wrong: number };
export type RowTrouble = { sentence: string; isConflict: boolean };

/** How a row stands in the sheet: as it is kept, or as somebody typed it. */
export function lineOf(row: WeekOfProject, own: Typed | undefined): { row: WeekOfProject; cells: Cells; isTyped: boolean; isLocked: boolean } {
  const isShownNow = own?.savedVersion !== undefined && (row.report?.version ?? 0) >= own.savedVersion;
  return {
    row, cells: own && !isShownNow ? own.cells : cellsOf(row), isTyped: own !== undefined && own.savedVersion === undefined, isLocked: row.report?.status === "verified",
  };
}

/** The sheet of a week: what is typed is kept until it is saved, valid rows are submitted, the others stay and are pointed at. */
export function useSheet({ rows, districtId, week }: { rows: readonly WeekOfProject[]; districtId: string; week: string }) {
  const router = useRouter();
  const [t, fields] = [useTranslations("progress"), useTranslations("fields")];
  const keptAs = `week-sheet:${districtId}:${week}`;
  const [typed, setTyped] = useState<Record<string, Typed>>({});
  const [tried, setTried] = useState(false);
  const [wasRestored, setRestored] = useState(false);
  const [refused, setRefused] = useState<Record<string, RowTrouble>>({});
  const [said, setSaid] = useState<Said | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [strangers, setStrangers] = useState<string[]>([]);
  const [gone, setGone] = useState<string[]>([]);
  const [isPending, setPending] = useState(false);
  const key = useRef("");

  useEffect(() => {
    const kept = readKeptText(keptAs) as Record<string, Typed> | null;
    if (!kept) return;
    // The storage can only be read after hydration, so this cannot be an initial state.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setTyped(kept);
    setRestored(true);
  }, [keptAs]);

  const keep = useCallback(
    (next: Record<string, Typed>) => {
      const unsaved = Object.fromEntries(Object.entries(next).filter(([, own]) => own.savedVersion === undefined));
      if (Object.keys(unsaved).length > 0) keepText(keptAs, unsaved);
      else dropKeptText(keptAs);
      return next;
    },
    [keptAs],
  );

  const shown = useMemo(() => rows.map((row) => lineOf(row, typed[row.projectId])), [rows, typed]);
  const latest = useRef(shown);
  useEffect(() => void (latest.current = shown), [shown]);

  const write = useCallback(
    (changes: readonly { row: number; column: EditableColumn; text: string }[]) => {
      const now = new Map<string, Typed>();
      for (const { row: at, column, text } of changes) {
        const line = latest.current[at];
        if (!line || line.isLocked) continue;
        const { projectId, report } = line.row;
        const before = now.get(projectId)?.cells ?? line.cells;
        now.set(projectId, { cells: { ...before, [column]: text }, seen: report?.version ?? 0 });
      }
      setTyped((present) => {
        const next = { ...present };
        for (const [projectId, own] of now) {
          const standing = present[projectId];
          const line = latest.current.find(({ row }) => row.projectId === projectId)!;
          if (sameCells(own.cells, cellsOf(line.row))) delete next[projectId];
          else next[projectId] = { ...own, seen: standing && standing.savedVersion === undefined ? standing.seen : own.seen };
        }
        return keep(next);
      });
      setRefused((present) => Object.fromEntries(Object.entries(present).filter(([projectId]) => !now.has(projectId))));
      setSaid(null);
    },
    [keep],
  );

  const paste = useCallback(
    (text: string, at: { row: number; column: EditableColumn }): boolean => {
      const cells = cellsFrom(text);
      if (cells.length === 1 && cells[0]!.length === 1) return false;
      const { placed, strangers: left } = placePasted(cells, latest.current.map(({ row }) => row.name), at);
      write(placed);
      setStrangers(left);
      return true;
    },
    [write],
  );

  const drop = useCallback(
    (projectId?: string) => {
      setTyped((present) => keep(projectId ? Object.fromEntries(Object.entries(present).filter(([id]) => id !== projectId)) : {}));
      setRefused({});
      if (!projectId) setRestored(false);
    },
    [keep],
  );

  /** Keeps what was typed over a colleague's change. */
  const keepMine = useCallback((projectId: string) => {
    const version = latest.current.find(({ row }) => row.projectId === projectId)?.row.report?.version ?? 0;
    setTyped((present) => ({ ...present, [projectId]: { ...present[projectId]!, seen: version } }));
    setRefused((present) => Object.fromEntries(Object.entries(present).filter(([id]) => id !== projectId)));
  }, []);

  async function submit(): Promise<void> {
    if (isPending) return;
    setTried(true);
    setTrouble(null);
    setGone([]);
    const lines = shown.filter(({ isTyped }) => isTyped);
    const sentences = { fields, lower: (values: { beforeDay: string; before: string }) => t("troubles.reportLower", values) };
    const ready = lines.filter(({ row, cells }) => Object.keys(troublesOf(cells, row.before, true, sentences)).length === 0);
    const wrong = lines.length - ready.length;
    if (ready.length === 0) return setSaid({ saved: 0, wrong });
    setPending(true);
    key.current ||= crypto.randomUUID();
    const reports = ready.map(({ row: { projectId }, cells }) => ({ projectId, version: typed[projectId]!.seen, ...cells }));
    const answer = await askServer(() => submitReports({ input: { districtId, asOfOn: week, reports }, idempotencyKey: key.current }));
    if (answer.ok || (answer.kind !== "unreachable" && answer.kind !== "updated")) key.current = "";
    if (answer.ok) {
      const { saved, refused: left } = answer.value;
      const versions = new Map(saved.map(({ projectId, version }) => [projectId, version]));
      setTyped((present) => keep(Object.fromEntries(Object.entries(present).map(([id, own]) => [id, versions.has(id) ? { ...own, savedVersion: versions.get(id)! } : own]))));
      setRefused(Object.fromEntries(left.map(({ projectId, code, values }) => [projectId, sentenceOf(code, values)])));
      // The refreshed page no longer has their rows, so they are named.
      const lostRows = left.filter(({ code }) => code === "notFound").map(({ projectId }) => projectId);
      setGone(ready.filter(({ row }) => lostRows.includes(row.projectId)).map(({ row }) => row.name));
      setSaid({ saved: saved.length, wrong: wrong + left.length - lostRows.length });
      setRestored(false);
      if (left.some(({ code }) => code === "changedMeanwhile")) router.refresh();
    } else if (answer.kind === "refused" && "sentence" in answer && ready.length === 1) {
      setRefused({ [ready[0]!.row.projectId]: { sentence: answer.sentence, isConflict: answer.code === "changedMeanwhile" } });
      setSaid({ saved: 0, wrong: wrong + 1 });
      if (answer.code === "changedMeanwhile") router.refresh();
    } else setTrouble(answer as Trouble);
    setPending(false);
  }

  const sentenceOf = (code: string, values: Record<string, string | number>): RowTrouble => {
    const key = `troubles.${code}` as "troubles.reportHigher";
    return { sentence: t.has(key) ? t(key, values as { afterDay: string; after: string }) : t("troubles.other"), isConflict: code === "changedMeanwhile" };
  };

  const count = shown.filter(({ isTyped }) => isTyped).length;
  return { typed, tried, refused, count, said, trouble, strangers, gone, isPending, wasRestored: wasRestored && count > 0, write, paste, drop, keepMine, submit };
}
