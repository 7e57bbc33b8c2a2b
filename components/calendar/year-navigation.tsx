import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link-button";
import { addressWith, type PageAddress } from "@/components/ui/page-address";

/** The years around the one that is shown. */
export async function YearNavigation({ year, address }: { year: number; address: PageAddress }) {
  const t = await getTranslations("calendar");
  return (
    <>
      {[year - 1, year + 1].map((other) => (
        <LinkButton key={other} href={addressWith(address, { year: String(other) })}>
          {t("year", { year: String(other) })}
        </LinkButton>
      ))}
    </>
  );
}
