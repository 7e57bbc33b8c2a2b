"use client";

import { useTranslations } from "next-intl";
import { DayField } from "@/components/forms/day-field";
import { FormShell } from "@/components/forms/form-shell";
import { useActionForm } from "@/components/forms/use-action-form";
import { DialogButton } from "@/components/ui/dialog-button";
import { notify } from "@/components/ui/notices";
import { setProjectWhitelisting } from "@/lib/projects/actions";
import { whitelistProjectSchema } from "@/lib/projects/schema";

type WhitelistButtonProps = { project: { id: string; version: number; isWhitelisted: boolean }; today: string };

/** Asks for the other of the two: on the list, or off it. */
export function WhitelistButton(props: WhitelistButtonProps) {
  const t = useTranslations("projects.whitelist");
  return <DialogButton label={t(props.project.isWhitelisted ? "off" : "on")}>{(close) => <WhitelistForm {...props} close={close} />}</DialogButton>;
}

function WhitelistForm({ project: { id, version, isWhitelisted }, today, close }: WhitelistButtonProps & { close: () => void }) {
  const t = useTranslations("projects");
  const form = useActionForm({
    formId: `project-whitelist:${id}`,
    schema: whitelistProjectSchema,
    action: setProjectWhitelisting,
    defaultValues: { id, version, isWhitelisted: !isWhitelisted, fromOn: "" },
    onDone: () => {
      close();
      notify(t(isWhitelisted ? "whitelist.turnedOff" : "whitelist.turnedOn"));
    },
  });
  const label = t(isWhitelisted ? "whitelist.off" : "whitelist.on");
  return (
    <FormShell form={form} submitLabel={label} onCancel={close} label={label}>
      <DayField name="fromOn" label={t("fields.fromOn")} hint={t("hints.fromOn")} max={today} />
    </FormShell>
  );
}
