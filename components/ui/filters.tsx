"use client";

import { CloseButton, NativeSelect, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { debounce, parseAsString, useQueryStates } from "nuqs";
import { useRef, useState, useTransition, type ReactNode } from "react";
import styles from "./filters.module.css";

const pauseBeforeAsking = 300;

/** One part of the address. Changing it starts the list at its first page again. */
function useAddressPart(name: string) {
  const [isPending, startTransition] = useTransition();
  const [parts, setParts] = useQueryStates(
    { [name]: parseAsString.withDefault(""), page: parseAsString },
    { shallow: false, startTransition, history: "replace", scroll: false },
  );
  const set = (value: string, isTyping = false) =>
    void setParts(
      { [name]: value || null, page: null },
      isTyping && value !== "" ? { limitUrlUpdates: debounce(pauseBeforeAsking) } : undefined,
    );
  return { value: parts[name] ?? "", set, isPending };
}

/** What is typed goes into the address (`q`), and from there to the server's list. */
export function SearchBox({ name = "q", label, placeholder }: { name?: string; label?: string; placeholder?: string }) {
  const t = useTranslations("ui");
  const { value, set, isPending } = useAddressPart(name);
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  const isComposing = useRef(false);
  // The address may change without this box: a link, the back button.
  if (value !== seen) {
    setSeen(value);
    if (value.trim() !== typed.trim()) setTyped(value);
  }
  const change = (text: string) => {
    setTyped(text);
    // Half-composed pinyin is not yet what the person means.
    if (!isComposing.current) set(text.trim(), true);
  };
  return (
    <div className={styles.search} data-pending={isPending || undefined}>
      <TextInput
        type="search"
        aria-label={label ?? t("find.label")}
        placeholder={placeholder ?? t("find.placeholder")}
        data-search-box
        autoComplete="off"
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={typed !== "" && <CloseButton size="sm" aria-label={t("find.clear")} onClick={() => change("")} />}
        value={typed}
        onChange={(event) => change(event.currentTarget.value)}
        onCompositionStart={() => (isComposing.current = true)}
        onCompositionEnd={(event) => {
          isComposing.current = false;
          change(event.currentTarget.value);
        }}
      />
      <Pending isPending={isPending} />
    </div>
  );
}

type FilterSelectProps = {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  /** The word for no filter; "all" without it. Null: one of the options always holds. */
  allLabel?: string | null;
};

export function FilterSelect({ name, label, options, allLabel }: FilterSelectProps) {
  const t = useTranslations("ui");
  const { value, set, isPending } = useAddressPart(name);
  return (
    <div className={styles.filter}>
      <NativeSelect
        aria-label={label}
        value={value}
        onChange={(event) => set(event.currentTarget.value)}
        data-set={value !== "" || undefined}
      >
        {allLabel !== null && <option value="">{`${label} · ${allLabel ?? t("find.all")}`}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </NativeSelect>
      <Pending isPending={isPending} />
    </div>
  );
}

function Pending({ isPending }: { isPending: boolean }) {
  const t = useTranslations("ui");
  return (
    <span className="unseen" role="status">
      {isPending && t("find.updating")}
    </span>
  );
}

/** The row of filters above a ledger. */
export function FilterBar({ children }: { children: ReactNode }) {
  return <div className={`${styles.bar} notPrinted`}>{children}</div>;
}
