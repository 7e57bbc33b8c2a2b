import { getTranslations } from "next-intl/server";
import { endpoints } from "@/app/api/v1/endpoints";
import { EndpointList } from "@/components/desk/endpoint-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { may } from "@/lib/foundation/access/policy";
import { requireActor } from "@/lib/foundation/auth/require-actor";
import { describeApi } from "@/lib/foundation/openapi";

const rules = ["ruleToken", "ruleCursor", "ruleVersion", "ruleKey", "ruleProblem"] as const;

export default async function ApiDocsPage() {
  const actor = await requireActor("token.own");
  const t = await getTranslations("api");
  const open = endpoints.filter((endpoint) => may(actor, endpoint.needs));
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        trail={[{ label: t("title") }]}
        actions={<LinkButton href="/api/v1/openapi.json" isDownload>{t("openapi")}</LinkButton>}
      />
      <Section title={t("rules")}>
        <ul>{rules.map((rule) => <li key={rule}>{t(rule)}</li>)}</ul>
      </Section>
      <EndpointList document={describeApi(open)} />
    </>
  );
}
