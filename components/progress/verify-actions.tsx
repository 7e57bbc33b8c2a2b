import { useTranslations } from "next-intl";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { returnReport } from "@/lib/progress/actions";
import { VerifyButton } from "./verify-button";

type Target = { report: { id: string; version: number; projectName: string; asOfOn: string } };

export function VerifyOne({ report: { id, version } }: Target) {
  const t = useTranslations("progress");
  return <VerifyButton reports={[{ id, version }]} label={t("verify.one")} doneNotice={t("verify.oneDone")} />;
}

export function ReturnReport({ report: { id, version, projectName, asOfOn } }: Target) {
  const t = useTranslations("progress");
  return (
    <ConfirmButton
      label={t("return.button")}
      title={t("return.title", { name: projectName, day: asOfOn })}
      body={t("return.body")}
      confirmLabel={t("return.button")}
      reason={{ label: t("return.reason") }}
      doneNotice={t("return.done")}
      tone="danger"
      action={returnReport}
      input={{ id, version }}
    />
  );
}
