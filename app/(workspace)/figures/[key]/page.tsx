import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FigureHead } from "@/components/figures/figure-head";
import { FigureRows } from "@/components/figures/figure-rows";
import { scopeInWords } from "@/components/figures/scope-in-words";
import { PageHeader } from "@/components/ui/page-header";
import type { Figure } from "@/lib/figures/catalogue/base";
import { catalogue, isFigureKey } from "@/lib/figures/catalogue/figures";
import { narrowsBy, partUnitOf } from "@/lib/figures/catalogue/statement";
import { findStranger, listFigureRows, listScopeNames } from "@/lib/figures/queries";
import { figureQuery, scopeOf, whenOf } from "@/lib/figures/schema";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { businessTime } from "@/lib/foundation/clock";
import { readAs } from "@/lib/foundation/read";
import { pageNumber } from "@/lib/foundation/schema";

type Params = Record<string, string | string[] | undefined>;

export default async function FigurePage({ params, searchParams }: { params: Promise<{ key: string }>; searchParams: Promise<Params> }) {
  const actor = await requireActor("figure.read");
  const [t, { key }, { page, ...asked }] = await Promise.all([getTranslations("figures"), params, searchParams]);
  const query = figureQuery.safeParse(asked);
  if (!isFigureKey(key) || !query.success) notFound();
  const figure: Figure = catalogue[key];
  const when = whenOf(query.data, businessTime(actor.clockOffsetMs).today);
  const scope = scopeOf(query.data);
  const narrowed = Object.keys(asked).filter((name) => !["on", "year", "from"].includes(name));
  if (narrowed.some((name) => !narrowsBy(figure).includes(name))) notFound();
  const [stranger, rows, names] = await readAs(actor, async () => [
    await findStranger(actor, query.data.district ?? []),
    await listFigureRows(actor, key, scope, when, { page: pageNumber.parse(page), perPage: 50 }),
    await listScopeNames(actor, scope),
  ]);
  if (stranger) notFound();
  const said = figure.time === "flow" ? t("between", { from: when.from, to: when.on }) : figure.time === "year" ? t("ofYear", { year: String(when.year), on: when.on }) : t("asOf", { on: when.on });
  const shown = { figureKey: key, unit: figure.unit, partUnit: partUnitOf(figure) };
  return (
    <>
      <PageHeader title={t(`names.${key}`)} description={said} trail={[{ label: t("dashboard"), href: `/dashboard?on=${when.on}` }, { label: t(`names.${key}`) }]} />
      <FigureHead {...shown} figure={rows.figure} scope={await scopeInWords(query.data, names)} />
      <FigureRows
        {...shown} rows={rows} address={{ pathname: `/figures/${key}`, params: { ...asked, page } }} hasDistricts={actor.districtKind === "city"}
        isSum={!["smallest", "largest"].includes(figure.measure.is)}
      />
    </>
  );
}
