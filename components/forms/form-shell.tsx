"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useSyncExternalStore, type ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { LinkButton } from "@/components/ui/link-button";
import { FormAlert } from "./form-alert";
import { formElementId } from "./typed-early";
import styles from "./forms.module.css";
import type { ActionForm } from "./use-action-form";
import { ActionFormContext } from "./use-field";

type FormShellProps<Values extends FieldValues> = {
  form: ActionForm<Values>;
  /** What the button says: a verb and what it does ("新增单位"). */
  submitLabel?: string;
  cancelHref?: string;
  onCancel?: () => void;
  tone?: "plain" | "danger";
  /** Says once that starred fields must be filled. */
  hasRequired?: boolean;
  /** Names the form for screen readers when no heading does. */
  label?: string;
  children: ReactNode;
};

const never = () => () => {};

/** A form with its place for refusals and its buttons. Fields inside find the form by themselves. */
export function FormShell<Values extends FieldValues>(props: FormShellProps<Values>) {
  const { form, submitLabel, cancelHref, onCancel, tone = "plain", hasRequired = false, label, children } = props;
  const t = useTranslations("forms");
  // Before the page is alive a click would post the form past the action.
  const isAlive = useSyncExternalStore(never, () => true, () => false); // prettier-ignore
  return (
    <ActionFormContext value={form}>
      <form
        id={formElementId(form.formId)}
        ref={(element) => form.attachElement(element)}
        className={styles.form}
        method="post"
        noValidate
        aria-label={label}
        aria-busy={form.isPending}
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (!form.isPending) void form.submit();
        }}
      >
        {form.wasRestored && (
          <p className={styles.restored} role="status">
            {t("restored")}{" "}
            <button type="button" className={styles.textButton} onClick={form.discardRestored}>
              {t("discard")}
            </button>
          </p>
        )}
        {hasRequired && (
          <p className={styles.legend}>{t.rich("requiredMark", { star: () => <span className={styles.star}>*</span> })}</p>
        )}
        <div className={styles.fields}>{children}</div>
        <div role="alert">{form.trouble && <FormAlert form={form} trouble={form.trouble} />}</div>
        <div className={styles.buttons}>
          <Button type="submit" color={tone === "danger" ? "cinnabar" : undefined} disabled={!isAlive} loading={form.isPending}>
            {submitLabel ?? t("save")}
          </Button>
          {cancelHref && <LinkButton href={cancelHref}>{t("cancel")}</LinkButton>}
          {onCancel && (
            <Button variant="default" type="button" onClick={onCancel}>
              {t("cancel")}
            </Button>
          )}
        </div>
      </form>
    </ActionFormContext>
  );
}
