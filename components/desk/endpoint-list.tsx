import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import styles from "./endpoint-list.module.css";

type Operation = {
  tags?: string[];
  summary?: string;
  description?: string;
  parameters?: { name: string; in: string; required?: boolean; schema?: object }[];
  requestBody?: { content: Record<string, { schema?: object }> };
  responses?: Record<string, { content?: Record<string, { schema?: object }> }>;
};

/** The API's own description, drawn for reading. */
export async function EndpointList({ document }: { document: { paths?: object } }) {
  const t = await getTranslations("api");
  const operations = Object.entries((document.paths ?? {}) as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? ""))];
  return tags.map((tag) => (
    <Section key={tag} title={tag}>
      {operations
        .filter(({ operation }) => operation.tags?.[0] === tag)
        .map(({ path, method, operation }) => (
          <details key={`${method} ${path}`} className={styles.endpoint}>
            <summary>
              <code className={styles.method}>{method.toUpperCase()}</code>
              <code>{path}</code>
              <span>{operation.summary}</span>
            </summary>
            <p>{operation.description}</p>
            {operation.parameters && (
              <Shape label={t("parameters")} shape={Object.fromEntries(operation.parameters.map(({ name, in: where, required, schema }) => [name, { where, required, ...schema }]))} />
            )}
            {operation.requestBody && <Shape label={t("body")} shape={Object.values(operation.requestBody.content)[0]?.schema} />}
            <Shape label={t("answer")} shape={Object.entries(operation.responses ?? {}).find(([status]) => status !== "default")?.[1].content?.["application/json"]?.schema} />
          </details>
        ))}
    </Section>
  ));
}

function Shape({ label, shape }: { label: string; shape?: object }) {
  if (!shape) return null;
  return (
    <>
      <h3 className={styles.label}>{label}</h3>
      <pre className={styles.shape} tabIndex={0} aria-label={label}>{JSON.stringify(shape, null, 2)}</pre>
    </>
  );
}
