"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormShell } from "@/components/forms/form-shell";
import { useActionForm } from "@/components/forms/use-action-form";
import { Dialog } from "@/components/ui/dialog";
import { SecretOnce } from "@/components/ui/secret-once";
import { resetPassword } from "@/lib/accounts/actions";
import { accountSeenSchema } from "@/lib/accounts/schema";

type ResetPasswordProps = { account: { id: string; version: number; name: string } };

/** Asks, gives a new initial password, and shows it this once. */
export function ResetPassword({ account }: ResetPasswordProps) {
  const t = useTranslations("accounts");
  const forms = useTranslations("forms");
  const [isOpen, setOpen] = useState(false);
  const [given, setGiven] = useState<{ login: string; password: string } | null>(null);
  const close = () => {
    setOpen(false);
    setGiven(null);
  };
  return (
    <>
      <Button variant="default" mih="var(--touch)" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t("reset.label")}
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={t(given ? "reset.done" : "reset.title", { name: account.name })} closeLabel={forms("close")}>
        {given ? <SecretOnce label={t("reset.given", { login: given.login })} secret={given.password} /> : <Question account={account} onDone={setGiven} onCancel={close} />}
      </Dialog>
    </>
  );
}

type QuestionProps = ResetPasswordProps & { onDone: (given: { login: string; password: string }) => void; onCancel: () => void };

function Question({ account: { id, version, name }, onDone, onCancel }: QuestionProps) {
  const t = useTranslations("accounts");
  const form = useActionForm({ formId: `account-reset:${id}`, schema: accountSeenSchema, action: resetPassword, defaultValues: { id, version }, onDone });
  return (
    <FormShell form={form} submitLabel={t("reset.confirm")} onCancel={onCancel} label={t("reset.title", { name })}>
      <p>{t("reset.body")}</p>
    </FormShell>
  );
}
