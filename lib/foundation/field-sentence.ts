import type { ZodError } from "zod";
import type { Catalogue } from "./i18n/catalogue";

export type FieldKey = keyof Catalogue["fields"];

/** next-intl's translator for the namespace `fields`, from `useTranslations("fields")` or `getTranslations("fields")`. */
export type FieldTranslator = {
  (key: FieldKey, values?: Record<string, string | number>): string;
  has(key: FieldKey): boolean;
};

type Issue = ZodError["issues"][number];

/** The sentence for one issue of a schema. A schema may name a sentence of `fields` itself: `z.string().regex(uscc, "badUscc")`. */
export function fieldSentence(issue: Issue, t: FieldTranslator): string {
  if (/^\w+$/.test(issue.message) && t.has(issue.message as FieldKey)) return t(issue.message as FieldKey, valuesOf(issue));
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue, t);
    case "too_small":
      return tooSmall(issue, t);
    case "too_big":
      if (issue.origin === "string") return t("tooLong", { max: Number(issue.maximum) });
      if (issue.origin === "array" || issue.origin === "set") return t("tooMany", { max: Number(issue.maximum) });
      return t("tooBig", { max: String(issue.maximum) });
    case "invalid_format":
      return t(issue.format === "date" ? "notADay" : "badFormat");
    case "invalid_value":
      return t("notAnOption");
    case "unrecognized_keys":
      return t("notExpected");
    default:
      return t("wrong");
  }
}

/** Path → sentence, the first one of each field, as `ActionResult` carries them. */
export function fieldSentences(error: Pick<ZodError, "issues">, t: FieldTranslator): Record<string, string> {
  const sentences: Record<string, string> = {};
  for (const issue of error.issues) sentences[issue.path.map(String).join(".")] ??= fieldSentence(issue, t);
  return sentences;
}

function wrongType(issue: Extract<Issue, { code: "invalid_type" }>, t: FieldTranslator): string {
  const isNumber = issue.expected === "number" || issue.expected === "int";
  const given = issue.input;
  const isMissing = given === undefined || given === null || given === "";
  return t(isNumber && !isMissing ? "notANumber" : "required");
}

function tooSmall(issue: Extract<Issue, { code: "too_small" }>, t: FieldTranslator): string {
  const min = Number(issue.minimum);
  if (issue.origin === "string") return min <= 1 ? t("required") : t("tooShort", { min });
  if (issue.origin === "array" || issue.origin === "set") return t("tooFew", { min });
  return t("tooSmall", { min: String(issue.minimum) });
}

/** A sentence that a schema names itself may speak of the limit of its check. */
function valuesOf(issue: Issue): Record<string, string | number> {
  if (issue.code === "too_small") return { min: String(issue.minimum) };
  if (issue.code === "too_big") return { max: String(issue.maximum) };
  if (issue.code !== "custom") return {};
  return Object.fromEntries(
    Object.entries(issue.params ?? {}).filter(([, value]) => typeof value === "string" || typeof value === "number"),
  );
}
