"use client";

import { useTranslations } from "next-intl";
import { FormShell } from "@/components/forms/form-shell";
import { TextareaField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { DialogButton } from "@/components/ui/dialog-button";
import { formatFigure } from "@/components/ui/format";
import { notify } from "@/components/ui/notices";
import { withdrawFund } from "@/lib/funds/actions";
import type { FundEntry } from "@/lib/funds/queries";
import { withdrawFundSchema } from "@/lib/funds/schema";

type WithdrawFundProps = { entry: Pick<FundEntry, "id" | "version" | "day" | "amountWan" | "kind" | "source"> };

/** Takes an amount that was entered by mistake out of the sums. */
export function WithdrawFund({ entry }: WithdrawFundProps) {
  const t = useTranslations("funds");
  return (
    <DialogButton look="link" label={t("withdraw.label")} title={t("withdraw.title", { day: entry.day, kind: t(`kinds.${entry.kind}`), amount: formatFigure(entry.amountWan) })}>
      {(close) => <WithdrawForm entry={entry} onDone={close} />}
    </DialogButton>
  );
}

function WithdrawForm({ entry: { id, version }, onDone }: WithdrawFundProps & { onDone: () => void }) {
  const t = useTranslations("funds");
  const form = useActionForm({
    formId: `fund-withdraw:${id}`, schema: withdrawFundSchema, action: withdrawFund, defaultValues: { id, version, reason: "" },
    onDone: () => {
      onDone();
      notify(t("withdraw.done"));
    },
  });
  return (
    <FormShell form={form} submitLabel={t("withdraw.submit")} onCancel={onDone} tone="danger" hasRequired>
      <p>{t("withdraw.body")}</p>
      <TextareaField name="reason" label={t("fields.reason")} isRequired rows={2} maxLength={200} />
    </FormShell>
  );
}
