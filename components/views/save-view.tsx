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

type SaveViewProps = { place: Place; address: string; hasUnit: boolean };

export function SaveView(props: SaveViewProps) {
  const t = useTranslations("views");
  const forms = useTranslations("forms");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" mih="var(--touch)" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t("save")}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t("saveTitle")} closeLabel={forms("close")}>
        <SaveViewForm {...props} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function SaveViewForm({ place, address, hasUnit, onClose }: SaveViewProps & { onClose: () => void }) {
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
