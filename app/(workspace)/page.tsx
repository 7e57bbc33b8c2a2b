import { getLocale, getTranslations } from "next-intl/server";
import { FirstSteps } from "@/components/desk/first-steps";
import { WaitingList } from "@/components/desk/waiting-list";
import { formatLongDay } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { countRegisters, listWaiting, type Registers } from "@/lib/desk/queries";
import { may } from "@/lib/foundation/access/policy";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { businessTime } from "@/lib/foundation/clock";
import { readAs } from "@/lib/foundation/read";
import { places } from "./places";

export default async function HomePage() {
  const actor = await requireActor();
  const [t, locale] = await Promise.all([getTranslations("workspace"), getLocale()]);
  const { now, today } = businessTime(actor.clockOffsetMs);
  const [counts, waiting] = await readAs(actor, async () => [await countRegisters(actor), await listWaiting(actor, today)]);
  const steps = places
    .filter(({ needs }) => needs !== null && may(actor, needs))
    .map(({ href, key }) => ({ key, href, label: t(`places.${key}`), what: t(`about.${key}`), count: counts[key as keyof Registers]?.toLocaleString(locale) ?? null }));
  return (
    <>
      <PageHeader title={t("home.hello", { name: actor.name, part: t(`home.parts.${partOf(now)}`) })} description={formatLongDay(today, locale)} />
      {waiting.length > 0 && (
        <Section title={t("home.waiting.title")}>
          <WaitingList waiting={waiting} />
        </Section>
      )}
      <Section title={t(may(actor, "unit.write") ? "home.steps" : "home.open")}>
        <FirstSteps steps={steps} />
      </Section>
    </>
  );
}

function partOf(now: Date): "morning" | "noon" | "afternoon" | "evening" {
  const hour = (now.getUTCHours() + 8) % 24;
  return hour < 11 ? "morning" : hour < 13 ? "noon" : hour < 18 ? "afternoon" : "evening";
}
