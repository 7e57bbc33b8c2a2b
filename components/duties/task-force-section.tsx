import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { formatDay, nothing } from "@/components/ui/format";
import { Ledger, type Column } from "@/components/ui/ledger";
import { PhoneReveal } from "@/components/ui/phone-reveal";
import { Section } from "@/components/ui/section";
import { StatusTag } from "@/components/ui/status-tag";
import { revealCadrePhone } from "@/lib/cadres/actions";
import { revealContactPhone } from "@/lib/duties/actions";
import type { DutyChoices } from "@/lib/duties/queries";
import { ClientMessages } from "@/lib/foundation/i18n/client-messages";
import { roles, type Answer, type Role } from "./answers";
import { EndAnswer } from "./end-answer";
import { TaskForceButtons } from "./task-force-buttons";

type TaskForceSectionProps = {
  project: { id: string; districtId: string };
  answers: readonly Answer[];
  /** Null: this person may not give or end. */
  choices: DutyChoices | null;
  mayReveal: boolean;
  today: string;
};

const needed: readonly Role[] = ["lead", "siteUnit", "contact"];

/** Who answers for a project now. What every project should have and this one lacks stands there as missing. */
export async function TaskForceSection({ project: { id: projectId, districtId }, answers, choices, mayReveal, today }: TaskForceSectionProps) {
  const t = await getTranslations("duties");
  const rows = roles.flatMap((role): (Answer | { role: Role; id: string; name: null })[] => {
    const held = answers.filter((answer) => answer.role === role);
    return held.length === 0 && needed.includes(role) ? [{ role, id: role, name: null }] : held;
  });
  const columns: (Column<(typeof rows)[number]> | false)[] = [
    { key: "role", header: t("fields.role"), onPhone: "title", render: ({ role }) => t(`roles.${role}`) },
    { key: "name", header: t("fields.name"), render: (row) => (row.name === null ? <StatusTag tone="watch">{t("lacking", { role: t(`roles.${row.role}`) })}</StatusTag> : <Name answer={row} />) },
    { key: "detail", header: t("fields.detail"), render: (row) => (row.name === null ? nothing : row.detail || nothing) },
    { key: "phone", header: t("fields.phone"), render: (row) => (row.name === null ? nothing : <Phone answer={row} mayReveal={mayReveal} />) },
    { key: "fromOn", header: t("fields.fromOn"), render: (row) => (row.name === null ? nothing : formatDay(row.fromOn)) },
    choices !== null && { key: "end", header: t("fields.end"), render: (row) => (row.name === null ? null : <EndAnswer answer={row} today={today} />) },
  ];
  return (
    <ClientMessages of={["duties"]}>
      <Section title={t("taskForce")} actions={choices && <TaskForceButtons projectId={projectId} districtId={districtId} choices={choices} today={today} />}>
        <Ledger caption={t("taskForce")} columns={columns.filter((column) => column !== false)} rows={rows} rowKey={(row) => row.id} address={{ pathname: "", params: {} }} />
      </Section>
    </ClientMessages>
  );
}

function Name({ answer: { role, name, cadreId } }: { answer: Answer }) {
  return cadreId && role !== "siteUnit" ? <Link href={`/cadres/${cadreId}`} prefetch={false}>{name}</Link> : name;
}

function Phone({ answer: { role, id, cadreId, phoneMasked }, mayReveal }: { answer: Answer; mayReveal: boolean }) {
  if (!phoneMasked) return nothing;
  if (role === "contact") return <PhoneReveal masked={phoneMasked} action={mayReveal ? revealContactPhone : null} input={{ id }} />;
  return <PhoneReveal masked={phoneMasked} action={mayReveal && cadreId ? revealCadrePhone : null} input={{ id: cadreId ?? "" }} />;
}
