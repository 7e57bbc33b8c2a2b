"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormShell } from "@/components/forms/form-shell";
import { SwitchField } from "@/components/forms/switch-field";
import { TextField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Dialog } from "@/components/ui/dialog";
import { notify } from "@/components/ui/notices";
import { saveView } from "@/lib/views/actions";
import { saveViewSchema, type Place } from "@/lib/views/schema";

type SaveViewProps = { place: Place; hasUnit: boolean };

export function SaveView(props: SaveViewProps) {
  const t = useTranslations("views");
  const forms = useTranslations("forms");
  const [address, setAddress] = useState<string | null>(null);
  return (
    <>
      <Button variant="default" mih="var(--touch)" aria-haspopup="dialog" onClick={() => setAddress(addressNow())}>
        {t("save")}
      </Button>
      <Dialog isOpen={address !== null} onClose={() => setAddress(null)} title={t("saveTitle")} closeLabel={forms("close")}>
        {address !== null && <SaveViewForm {...props} address={address} onClose={() => setAddress(null)} />}
      </Dialog>
    </>
  );
}

/** As the bar says it at this moment: the list of what was just chosen may still be on its way. */
function addressNow(): string {
  const parts = new URLSearchParams(window.location.search);
  parts.delete("page");
  return parts.toString();
}

function SaveViewForm({ place, address, hasUnit, onClose }: SaveViewProps & { address: string; onClose: () => void }) {
  const t = useTranslations("views");
  const form = useActionForm({
    formId: `view-save:${place}`,
    schema: saveViewSchema,
    action: saveView,
    defaultValues: { place, name: "", address, isForUnit: false },
    onDone: () => {
      onClose();
      notify(t("saved"));
    },
  });
  return (
    <FormShell form={form} submitLabel={t("saveButton")} onCancel={onClose} label={t("saveTitle")}>
      <TextField name="name" label={t("name")} isRequired maxLength={30} autoFocus />
      {hasUnit && <SwitchField name="isForUnit" label={t("forUnit")} hint={t("forUnitHint")} />}
    </FormShell>
  );
}
