"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ActionResult } from "@/lib/foundation/action-result";
import styles from "./phone-reveal.module.css";

type PhoneRevealProps<Input> = {
  /** 138****8000 */
  masked: string;
  /** Answers with the whole number, and writes down who asked. Null: this person may not ask. */
  action: ((call: { input: Input; idempotencyKey: string }) => Promise<ActionResult<string>>) | null;
  input: Input;
};

export function PhoneReveal<Input>({ masked, action, input }: PhoneRevealProps<Input>) {
  const t = useTranslations("ui");
  const [phone, setPhone] = useState<string | null>(null);
  const [sentence, setSentence] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const reveal = async () => {
    if (!action) return;
    setPending(true);
    try {
      const result = await action({ input, idempotencyKey: crypto.randomUUID() });
      if (result.ok) setPhone(result.value);
      else setSentence(result.kind === "invalid" ? t("phone.failed") : result.sentence);
    } catch {
      setSentence(t("phone.failed"));
    } finally {
      setPending(false);
    }
  };
  return (
    <span className={styles.phone}>
      {phone ? <a href={`tel:${phone}`}>{phone}</a> : <span>{masked}</span>}
      {action && !phone && (
        <button type="button" className={styles.show} aria-label={t("phone.showLabel")} disabled={isPending} onClick={reveal}>
          {isPending ? t("phone.showing") : t("phone.show")}
        </button>
      )}
      <span role="status">{sentence}</span>
    </span>
  );
}
