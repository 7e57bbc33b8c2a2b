import { getTranslations } from "next-intl/server";
import { StatusTag, type StatusTone } from "@/components/ui/status-tag";
import type { AccountInLedger } from "@/lib/accounts/queries";
import type { AccountState as State } from "@/lib/accounts/rules";

const tones: Record<State, StatusTone> = { active: "good", initial: "news", locked: "bad", retired: "off" };

export async function AccountState({ account: { state, initialUsedAt } }: { account: Pick<AccountInLedger, "state" | "initialUsedAt"> }) {
  const t = await getTranslations("accounts");
  // Used without being changed, an initial password lets nobody in any more.
  if (state === "initial" && initialUsedAt) return <StatusTag tone="watch">{t("state.initialUsed")}</StatusTag>;
  return <StatusTag tone={tones[state]}>{t(`state.${state}`)}</StatusTag>;
}
