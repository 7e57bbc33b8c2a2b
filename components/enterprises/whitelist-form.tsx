"use client";

import { useTranslations } from "next-intl";
import { DayField } from "@/components/forms/day-field";
import { FormShell } from "@/components/forms/form-shell";
import { useActionForm } from "@/components/forms/use-action-form";
import { notify } from "@/components/ui/notices";
import { setWhitelisting } from "@/lib/enterprises/actions";
import { setWhitelistingSchema } from "@/lib/enterprises/schema";

type WhitelistFormProps = { enterprise: { id: string; version: number; isWhitelisted: boolean }; today: string };

/** Asks for the other of the two: on the list, or off it. */
export function WhitelistForm({ enterprise: { id, version, isWhitelisted }, today }: WhitelistFormProps) {
  const t = useTranslations("enterprises");
  const form = useActionForm({
    formId: `enterprise-whitelist:${id}`,
    schema: setWhitelistingSchema,
    action: setWhitelisting,
    defaultValues: { id, version, isWhitelisted: !isWhitelisted, fromOn: "" },
    onDone: () => notify(t(isWhitelisted ? "whitelist.turnedOff" : "whitelist.turnedOn")),
  });
  const label = t(isWhitelisted ? "whitelist.off" : "whitelist.on");
  return (
    <FormShell form={form} submitLabel={label} label={label}>
      <DayField name="fromOn" label={t("fields.fromOn")} hint={t("hints.fromOn")} max={today} />
    </FormShell>
  );
}
