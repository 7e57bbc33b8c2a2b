"use client";

import { useTranslations } from "next-intl";
import { DayField } from "@/components/forms/day-field";
import { FieldPair } from "@/components/forms/field-pair";
import { FormShell } from "@/components/forms/form-shell";
import { TextareaField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { DialogButton } from "@/components/ui/dialog-button";
import { notify } from "@/components/ui/notices";
import { setProjectYear, unlistProjectYear } from "@/lib/projects/actions";
import type { YearOfProject } from "@/lib/projects/queries/project";
import { setYearSchema, unlistYearSchema } from "@/lib/projects/schema";
import { YearFields } from "./year-fields";

type Of = { projectId: string; today: string };
type InDialog = Of & { close: () => void };

/** Into a year's key projects, or how it stands there. */
export function SetYearButton({ row, ...of }: Of & { row: YearOfProject | null }) {
  const t = useTranslations("projects.yearSection");
  const label = t(row ? (row.isListed ? "change" : "relist") : "add");
  const title = row ? t("changeTitle", { year: String(row.year) }) : t("addTitle");
  return <DialogButton label={label} title={title} look={row ? "link" : "button"}>{(close) => <SetYearForm row={row} {...of} close={close} />}</DialogButton>;
}

function SetYearForm({ projectId, today, row, close }: InDialog & { row: YearOfProject | null }) {
  const t = useTranslations("projects");
  const form = useActionForm({
    formId: `project-year:${projectId}:${row?.year ?? "new"}`,
    schema: setYearSchema,
    action: setProjectYear,
    defaultValues: {
      id: projectId, version: row?.version ?? 0, year: row?.year ?? Number(today.slice(0, 4)), level: row?.level ?? "county", kind: row?.kind ?? "new",
      planWan: row?.planWan ?? "", investedBeforeWan: row?.investedBeforeWan ?? "0", goal: row?.goal ?? "", fromOn: "", reason: "",
    },
    onDone: ({ differenceWan }) => {
      close();
      notify(t(differenceWan === "0" ? "yearSection.saved" : "yearSection.savedOff"));
    },
  });
  return (
    <FormShell form={form} submitLabel={t("save")} onCancel={close} label={t("yearSection.addTitle")}>
      <YearFields at="" isYearFixed={row !== null} today={today} />
      {row?.isListed && <TextareaField name="reason" label={t("fields.reason")} hint={t("yearSection.reasonHint")} rows={2} maxLength={500} />}
    </FormShell>
  );
}

export function UnlistYearButton({ row, ...of }: Of & { row: YearOfProject }) {
  const t = useTranslations("projects.yearSection");
  return <DialogButton label={t("unlist")} title={t("unlistTitle", { year: String(row.year) })} look="link">{(close) => <UnlistForm row={row} {...of} close={close} />}</DialogButton>;
}

function UnlistForm({ projectId, today, row, close }: InDialog & { row: YearOfProject }) {
  const t = useTranslations("projects");
  const form = useActionForm({
    formId: `project-year-unlist:${projectId}:${row.year}`,
    schema: unlistYearSchema,
    action: unlistProjectYear,
    defaultValues: { id: projectId, year: row.year, version: row.version, reason: "", on: "" },
    onDone: () => {
      close();
      notify(t("yearSection.unlisted"));
    },
  });
  return (
    <FormShell form={form} submitLabel={t("yearSection.unlist")} tone="danger" onCancel={close} label={t("yearSection.unlist")}>
      <p>{t("yearSection.unlistBody")}</p>
      <FieldPair>
        <TextareaField name="reason" label={t("fields.reason")} isRequired rows={2} maxLength={500} />
        <DayField name="on" label={t("fields.fromOn")} hint={t("hints.fromOn")} max={today} />
      </FieldPair>
    </FormShell>
  );
}
