"use client";

import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { CadreChoice } from "@/lib/accounts/queries";
import { peopleFrom } from "@/lib/accounts/rules";
import styles from "./people-chooser.module.css";
import { roles } from "./roles";

export type ChosenPerson = { name: string; login: string; role: (typeof roles)[number]; cadreId: string };

type PeopleChooserProps = { cadres: readonly CadreChoice[]; onChoose: (people: ChosenPerson[]) => void };

/** Whom to make accounts for: cadres without one, or names pasted from a list. */
export function PeopleChooser({ cadres, onChoose }: PeopleChooserProps) {
  const t = useTranslations("accounts");
  const [role, setRole] = useState<ChosenPerson["role"]>("staff");
  const [pasted, setPasted] = useState("");
  const people = useMemo(() => peopleFrom(pasted), [pasted]);
  return (
    <div className={styles.chooser}>
      <NativeSelect
        label={t("many.role")}
        description={t("many.roleHint")}
        value={role}
        onChange={(event) => setRole(event.currentTarget.value as ChosenPerson["role"])}
      >
        {roles.filter((value) => value !== "enterprise").map((value) => (
          <option key={value} value={value}>
            {t(`roles.${value}`)}
          </option>
        ))}
      </NativeSelect>
      <div className={styles.ways}>
        <CadreList cadres={cadres} onChoose={(chosen) => onChoose(chosen.map(({ id, name }) => ({ name, login: "", role, cadreId: id })))} />
        <div className={styles.way}>
          <Textarea label={t("many.paste")} description={t("many.pasteHint")} rows={8} value={pasted} onChange={(event) => setPasted(event.currentTarget.value)} />
          <Button
            variant="default"
            disabled={people.length === 0}
            onClick={() => {
              onChoose(people.map((person) => ({ ...person, role, cadreId: "" })));
              setPasted("");
            }}
          >
            {t("many.take", { count: people.length })}
          </Button>
        </div>
      </div>
    </div>
  );
}

function CadreList({ cadres, onChoose }: { cadres: readonly CadreChoice[]; onChoose: (chosen: CadreChoice[]) => void }) {
  const t = useTranslations("accounts.many");
  const [search, setSearch] = useState("");
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const wanted = search.trim().toLowerCase();
  const fits = ({ name, unitName, namePinyin, nameInitials }: CadreChoice) =>
    name.includes(wanted) || unitName.includes(wanted) || namePinyin.startsWith(wanted) || nameInitials.startsWith(wanted);
  const shown = wanted === "" ? cadres : cadres.filter(fits);
  const chosen = cadres.filter(({ id }) => ticked.has(id));
  const tick = (ids: string[], isOn: boolean) =>
    setTicked((before) => {
      const after = new Set(before);
      for (const id of ids) if (isOn) after.add(id); else after.delete(id);
      return after;
    });
  return (
    <fieldset className={styles.way}>
      <legend>{t("cadres")}</legend>
      <TextInput type="search" aria-label={t("findCadre")} placeholder={t("findCadre")} value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
      <div className={styles.list} tabIndex={0} role="group" aria-label={t("cadres")}>
        {shown.length === 0 && <p className={styles.none}>{t(cadres.length === 0 ? "noCadres" : "noneFound")}</p>}
        {shown.map(({ id, name, unitName, post }) => (
          <label key={id} className={styles.person}>
            <input type="checkbox" checked={ticked.has(id)} onChange={(event) => tick([id], event.currentTarget.checked)} />
            <span>{name}</span>
            <span className={styles.where}>{`${unitName} ${post}`}</span>
          </label>
        ))}
      </div>
      <div className={styles.buttons}>
        <Button variant="default" disabled={chosen.length === 0} onClick={() => { onChoose(chosen); setTicked(new Set()); }}>
          {t("take", { count: chosen.length })}
        </Button>
        <Button variant="subtle" disabled={shown.length === 0} onClick={() => tick(shown.map(({ id }) => id), true)}>
          {t("tickShown", { count: shown.length })}
        </Button>
      </div>
    </fieldset>
  );
}
