"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import type { z } from "zod";
import { AmountField } from "@/components/forms/amount-field";
import { FormShell } from "@/components/forms/form-shell";
import { useActionForm } from "@/components/forms/use-action-form";
import { DialogButton } from "@/components/ui/dialog-button";
import { formatFigure } from "@/components/ui/format";
import { notify } from "@/components/ui/notices";
import { readAmount, sumWan } from "@/lib/foundation/money";
import { differenceFrom } from "@/lib/projects/rules";
import { setMonths } from "@/lib/schedules/actions";
import type { YearByMonth } from "@/lib/schedules/queries";
import { setMonthsSchema } from "@/lib/schedules/schema";
import { DifferenceText } from "./difference-text";
import styles from "./set-months.module.css";

type SetMonthsProps = { projectId: string; year: Pick<YearByMonth, "year" | "version" | "planWan" | "monthsWan"> };

/** Twelve amounts, their sum as it is typed, and how far it is from the annual plan. */
export function SetMonths(props: SetMonthsProps) {
  const t = useTranslations("schedules");
  return (
    <DialogButton label={t("months.set")} title={t("months.setTitle", { year: props.year.year })}>
      {(close) => <MonthsForm {...props} onDone={close} />}
    </DialogButton>
  );
}

const twelve = Array.from({ length: 12 }, (_, at) => at);

function MonthsForm({ projectId, year: { year, version, planWan, monthsWan }, onDone }: SetMonthsProps & { onDone: () => void }) {
  const t = useTranslations("schedules");
  const form = useActionForm<z.input<typeof setMonthsSchema>, { differenceWan: string }>({
    formId: `schedule-months:${projectId}:${year}`,
    schema: setMonthsSchema,
    action: setMonths,
    defaultValues: { id: projectId, year, version, monthsWan: twelve.map((at) => monthsWan[at] ?? "") },
    onDone: ({ differenceWan }) => {
      onDone();
      notify(t(differenceWan === "0" ? "months.done" : "months.doneOff"));
    },
  });
  const typed = useWatch({ control: form.methods.control, name: "monthsWan" });
  const amounts = typed.flatMap((text) => {
    const read = readAmount(String(text));
    return "wan" in read ? [read.wan] : [];
  });
  const difference = differenceFrom(planWan, amounts);
  return (
    <FormShell form={form} submitLabel={t("months.submit")} onCancel={onDone} label={t("months.setTitle", { year })}>
      <div className={styles.months}>
        {twelve.map((at) => (
          <AmountField key={at} name={`monthsWan.${at}`} label={t("months.of", { month: at + 1 })} isRequired />
        ))}
      </div>
      <div className={styles.sum} role="status">
        <p>{t("months.typed", { sum: formatFigure(sumWan(amounts)), plan: formatFigure(planWan) })}</p>
        {difference !== "0" && <p><DifferenceText differenceWan={difference} /></p>}
      </div>
    </FormShell>
  );
}
