import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { getTranslations } from "next-intl/server";
import type { AuditFilter } from "@/lib/audit/schema";

/** What the filter finds, as a file. A plain form: the answer is a download, or the page again with what stood in the way. */
export async function ExportButton({ filter }: { filter: AuditFilter }) {
  const t = await getTranslations("audit");
  return (
    <form method="post" action="/audit/export">
      {Object.entries(filter).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" mih="var(--touch)" leftSection={<IconDownload size={18} aria-hidden />}>
        {t("export")}
      </Button>
    </form>
  );
}
