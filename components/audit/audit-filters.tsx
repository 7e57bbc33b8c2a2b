import { Button, NativeSelect, TextInput } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import Form from "next/form";
import Link from "next/link";
import { outcomes, subjectNames } from "@/lib/audit/rules";
import type { AuditFilter } from "@/lib/audit/schema";
import styles from "./audit-filters.module.css";

type AuditFiltersProps = { filter: AuditFilter; districts: readonly { id: string; shortName: string }[] };

/** Everything one can look for, sent at once: the address then says it, and can be handed on. */
export async function AuditFilters({ filter, districts }: AuditFiltersProps) {
  const t = await getTranslations("audit");
  const choice = (name: keyof AuditFilter, label: string, options: readonly { value: string; label: string }[]) => (
    <NativeSelect name={name} label={label} defaultValue={filter[name] ?? ""}>
      <option value="">{t("any")}</option>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </NativeSelect>
  );
  return (
    <Form key={JSON.stringify(filter)} action="/audit" className={`${styles.filters} notPrinted`} aria-label={t("find")} role="search">
      <TextInput type="date" name="from" label={t("filter.from")} defaultValue={filter.from ?? ""} />
      <TextInput type="date" name="to" label={t("filter.to")} defaultValue={filter.to ?? ""} />
      {districts.length > 1 && choice("districtId", t("filter.district"), districts.map(({ id, shortName }) => ({ value: id, label: shortName })))}
      <TextInput name="by" label={t("filter.by")} defaultValue={filter.by ?? ""} maxLength={60} autoComplete="off" />
      {choice("kind", t("filter.kind"), subjectNames.map((value) => ({ value, label: t(`subjects.${value}`) })))}
      {choice("outcome", t("filter.outcome"), outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) })))}
      <TextInput name="q" label={t("filter.q")} defaultValue={filter.q ?? ""} maxLength={60} autoComplete="off" data-search-box />
      <TextInput name="subjectId" label={t("filter.subjectId")} defaultValue={filter.subjectId ?? ""} maxLength={60} autoComplete="off" />
      {filter.action && <input type="hidden" name="action" value={filter.action} />}
      <div className={styles.buttons}>
        <Button type="submit">{t("find")}</Button>
        <Link href="/audit" prefetch={false}>
          {t("clear")}
        </Link>
      </div>
    </Form>
  );
}
