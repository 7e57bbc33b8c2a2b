"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { FormShell } from "@/components/forms/form-shell";
import { PasswordField } from "@/components/forms/password-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { notify } from "@/components/ui/notices";
import { changePassword } from "@/lib/accounts/actions";
import { changePasswordSchema } from "@/lib/accounts/schema";

type ChangePasswordFormProps = { login: string; profile: "plain" | "dengbao"; /** The first own password: then work begins. */ isFirst: boolean };

export function ChangePasswordForm({ login, profile, isFirst }: ChangePasswordFormProps) {
  const t = useTranslations("accounts.password");
  const router = useRouter();
  const form = useActionForm({
    formId: "password-change",
    schema: changePasswordSchema,
    action: changePassword,
    defaultValues: { current: "", next: "", again: "" },
    resetAfter: true,
    onDone: () => {
      notify(t("done"));
      if (isFirst) router.push("/");
    },
  });
  return (
    <FormShell form={form} submitLabel={t("submit")} hasRequired label={t("title")}>
      {/* So that a password manager knows whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
      <PasswordField name="current" label={t(isFirst ? "initial" : "current")} autoComplete="current-password" isRequired />
      <PasswordField name="next" label={t("next")} hint={t(`rules.${profile}`)} autoComplete="new-password" isRequired />
      <PasswordField name="again" label={t("again")} autoComplete="new-password" isRequired />
    </FormShell>
  );
}
