import { IconMapOff } from "@tabler/icons-react";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link-button";
import { MessagePage } from "./message-page";

export async function NotFoundMessage() {
  const t = await getTranslations("errors");
  return (
    <MessagePage
      mark={<IconMapOff size={48} stroke={1.2} />}
      title={t("notFound.title")}
      what={t("notFound.what")}
      next={t("notFound.next")}
      actions={
        <LinkButton href="/" tone="primary">
          {t("notFound.home")}
        </LinkButton>
      }
    />
  );
}
