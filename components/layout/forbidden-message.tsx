import { IconLock } from "@tabler/icons-react";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link-button";
import { MessagePage } from "./message-page";

export async function ForbiddenMessage() {
  const t = await getTranslations("errors");
  return (
    <MessagePage
      mark={<IconLock size={48} stroke={1.2} />}
      title={t("forbidden.title")}
      what={t("forbidden.what")}
      next={t("forbidden.next")}
      actions={
        <LinkButton href="/" tone="primary">
          {t("forbidden.home")}
        </LinkButton>
      }
    />
  );
}
