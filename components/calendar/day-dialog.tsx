"use client";

import { useLocale, useTranslations } from "next-intl";
import { FormShell } from "@/components/forms/form-shell";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Dialog } from "@/components/ui/dialog";
import { formatLongDay } from "@/components/ui/format";
import { notify } from "@/components/ui/notices";
import { setDay, takeBackDay } from "@/lib/calendar/actions";
import type { SpecialDay } from "@/lib/calendar/queries";
import { dayKinds, setDaySchema, takeBackDaySchema } from "@/lib/calendar/schema";
import { weekdayOf, type Day } from "@/lib/foundation/calendar";
import styles from "./day-dialog.module.css";

type DayFormProps = { day: Day; special: SpecialDay | null; districtId: string; onClose: () => void };

/** Makes one day a day off or a working day, or gives it back to the weekly rule. */
export function DayDialog({ day, ...props }: Omit<DayFormProps, "day"> & { day: Day | null }) {
  const forms = useTranslations("forms");
  const locale = useLocale();
  return (
    <Dialog isOpen={day !== null} onClose={props.onClose} title={formatLongDay(day, locale)} closeLabel={forms("close")}>
      {day && (
        <div className={styles.ways}>
          <SetDayForm day={day} {...props} />
          {props.special && props.special.kind !== "ordinary" && <TakeBackForm day={day} {...props} />}
        </div>
      )}
    </Dialog>
  );
}

function SetDayForm({ day, special, districtId, onClose }: DayFormProps) {
  const t = useTranslations("calendar");
  const usual = weekdayOf(day) > 5 ? "workday" : "holiday";
  const form = useActionForm({
    formId: `calendar-day:${districtId}:${day}`,
    schema: setDaySchema,
    action: setDay,
    defaultValues: { districtId, day, kind: special && special.kind !== "ordinary" ? special.kind : usual, name: special?.name ?? "", version: special?.version ?? null },
    onDone: () => {
      onClose();
      notify(t("saved"));
    },
  });
  return (
    <FormShell form={form} submitLabel={t("save")} onCancel={onClose} label={t("set")} hasRequired>
      {special && <p className={styles.now}>{t(special.from === "own" ? "nowOwn" : "nowCity", { kind: t(`kinds.${special.kind}`), name: special.name })}</p>}
      <SelectField name="kind" label={t("fields.kind")} isRequired options={dayKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
      <TextField name="name" label={t("fields.name")} hint={t("nameHint")} isRequired maxLength={40} />
    </FormShell>
  );
}

function TakeBackForm({ day, special, districtId, onClose }: DayFormProps) {
  const t = useTranslations("calendar");
  const form = useActionForm({
    formId: `calendar-take-back:${districtId}:${day}`,
    schema: takeBackDaySchema,
    action: takeBackDay,
    defaultValues: { districtId, day, version: special?.version ?? null },
    onDone: () => {
      onClose();
      notify(t("takenBack"));
    },
  });
  return (
    <FormShell form={form} submitLabel={t("takeBack")} label={t("takeBack")}>
      <p>{t("takeBackBody", { rule: t(weekdayOf(day) > 5 ? "ruleOff" : "ruleOn") })}</p>
    </FormShell>
  );
}
