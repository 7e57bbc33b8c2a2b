import { getTranslations } from "next-intl/server";
import { formatFigure } from "@/components/ui/format";
import type { FigureQuery } from "@/lib/figures/schema";

/** Of what a figure was asked, a line for each condition. */
export async function scopeInWords(query: FigureQuery, names: ReadonlyMap<string, string>): Promise<{ label: string; value: string }[]> {
  const [t, ofProjects, ofLights, ofFunds, ofDuties] = await Promise.all([
    getTranslations("figures"), getTranslations("projects"), getTranslations("lights"), getTranslations("funds"), getTranslations("duties"),
  ]);
  const named = (ids: readonly string[] | undefined) => ids?.map((id) => names.get(id) ?? "—");
  const values = {
    district: named(query.district),
    township: named(query.township ? [query.township] : undefined),
    unit: named(query.unit ? [query.unit] : undefined),
    project: named(query.project),
    level: query.level?.map((one) => ofProjects(`level.${one}`)),
    kind: query.kind?.map((one) => ofProjects(`kind.${one}`)),
    industry: query.industry?.map((one) => ofProjects(`industry.${one}`)),
    nature: query.nature?.map((one) => ofProjects(`nature.${one}`)),
    stage: query.stage?.map((one) => ofProjects(`stage.${one}`)),
    status: query.status?.map((one) => ofProjects(`status.${one}`)),
    light: query.light?.map((one) => ofLights(`colours.${one}`)),
    source: query.source?.map((one) => ofFunds(`sources.${one}`)),
    duty: query.duty?.map((one) => ofDuties(`roles.${one}`)),
    minTotal: query.minTotal ? [formatFigure(query.minTotal)] : undefined,
  };
  return (Object.keys(values) as (keyof typeof values)[]).flatMap((name) => (values[name] ? [{ label: t(`by.${name}`), value: values[name].join(t("and")) }] : []));
}
