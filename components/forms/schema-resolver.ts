import { set, type FieldErrors, type FieldValues, type Resolver } from "react-hook-form";
import { config, type ZodType } from "zod";
import { fieldSentence, type FieldTranslator } from "@/lib/foundation/field-sentence";

// Zod would compile its checks with `new Function`, which the content policy forbids.
config({ jitless: true });

/** Checks with the server's own schema, and hands the values on as they were typed: the server parses them again. */
export function schemaResolver<Values extends FieldValues>(
  schema: ZodType<unknown, Values>,
  t: FieldTranslator,
): Resolver<Values> {
  return async (values) => {
    const parsed = await schema.safeParseAsync(values, { reportInput: true });
    if (parsed.success) return { values, errors: {} };
    const errors: FieldErrors<Values> = {};
    const seen = new Set<string>();
    for (const issue of parsed.error.issues) {
      const path = issue.path.map(String).join(".") || "root";
      if (seen.has(path)) continue;
      seen.add(path);
      set(errors, path, { type: issue.code, message: fieldSentence(issue, t) });
    }
    return { values: {}, errors };
  };
}
