/** Reads what a message asks for and what a source file asks of the messages. Both are good guesses, not compilers. */

export type KeyUse = { path: string; line: number; namespace: string; key: string; isPrefix: boolean };

/** The arguments and tags of an ICU message, sorted: `{n, plural, other {# of {total}}}` → n, total. */
export function argumentsOf(message: string): string[] {
  const found = new Set<string>();
  readArguments(message.replace(/'[{}<][^']*'/g, ""), found);
  for (const tag of message.matchAll(/<(\w+)>/g)) found.add(`<${tag[1]}>`);
  return [...found].sort();
}

function readArguments(message: string, found: Set<string>): void {
  let at = 0;
  while ((at = message.indexOf("{", at)) !== -1) {
    const end = closingOf(message, at);
    const inside = message.slice(at + 1, end);
    const [, name = "", choices = ""] =
      /^\s*(\w+)\s*(?:,\s*(?:plural|select|selectordinal)\s*,([\s\S]*)|,[\s\S]*)?$/.exec(inside) ?? [];
    if (name) found.add(name);
    for (let branch = choices.indexOf("{"); branch !== -1;) {
      const branchEnd = closingOf(choices, branch);
      readArguments(choices.slice(branch + 1, branchEnd), found);
      branch = choices.indexOf("{", branchEnd);
    }
    at = end;
  }
}

function closingOf(text: string, opening: number): number {
  let depth = 0;
  for (let at = opening; at < text.length; at++) {
    if (text[at] === "{") depth++;
    if (text[at] === "}" && --depth === 0) return at;
  }
  return text.length;
}

const bindings =
  /(?:const|let)\s+(\w+)\s*=\s*(?:await\s+)?(?:useTranslations|getTranslations)\(\s*(?:\{[^}]*namespace:\s*)?"([\w.-]+)"/g;
const manyBindings = /const\s+\[([^\]]+)\]\s*=\s*await\s+Promise\.all\(\[([\s\S]*?)\]\)/g;
const askedInside = /getTranslations\(\s*"([\w.-]+)"\s*\)/;
const typedParameters = /(\w+):\s*(?:TranslatorOf|Translate)<"([\w.-]+)">/g;

/** Which keys a file uses: `t("a.b")`, `t.rich("a")`, a template (its beginning), or a variable (the whole namespace). */
export function keysUsedIn(path: string, source: string): KeyUse[] {
  const bound = [...boundNames(source)].sort((a, b) => a.at - b.at);
  const uses: KeyUse[] = [];
  for (const name of new Set(bound.map((each) => each.name))) {
    const calls = new RegExp(`(?<![\\w.])${name}(?:\\.(?:rich|markup|raw|has))?\\(\\s*(?:"([^"]+)"|\`([^\`$]*)|(?=[\\w(]))`, "g");
    for (const call of source.matchAll(calls)) {
      const binding = bound.findLast((each) => each.name === name && each.at < call.index);
      if (!binding) continue;
      const line = source.slice(0, call.index).split("\n").length;
      uses.push({ path, line, namespace: binding.namespace, key: call[1] ?? call[2] ?? "", isPrefix: call[1] === undefined });
    }
  }
  return [...uses, ...keysInTernaries(path, source, bound)];
}

/** `t(isNew ? "add" : "edit")` counts as the whole namespace above; both branches must exist all the same. */
function keysInTernaries(path: string, source: string, bound: { name: string; namespace: string; at: number }[]): KeyUse[] {
  return bound.flatMap(({ name, namespace, at }) =>
    [
      ...source.slice(at).matchAll(new RegExp(`(?<![\\w.])${name}\\([^"()]*\\?\\s*"([\\w.]+)"\\s*:\\s*"([\\w.]+)"\\s*[,)]`, "g")),
    ].flatMap((call) => {
      const line = source.slice(0, at + call.index).split("\n").length;
      const binding = bound.findLast((each) => each.name === name && each.at < at + call.index);
      if (binding?.at !== at) return [];
      return [call[1]!, call[2]!].map((key) => ({ path, line, namespace, key, isPrefix: false }));
    }),
  );
}

function* boundNames(source: string): Generator<{ name: string; namespace: string; at: number }> {
  for (const match of source.matchAll(bindings)) yield { name: match[1]!, namespace: match[2]!, at: match.index };
  for (const match of source.matchAll(typedParameters)) yield { name: match[1]!, namespace: match[2]!, at: match.index };
  for (const match of source.matchAll(manyBindings)) {
    const names = match[1]!.split(",").map((each) => each.trim());
    const asked = match[2]!.split(/,\s*(?![^(]*\))/).map((each) => askedInside.exec(each)?.[1]);
    for (const [place, name] of names.entries()) if (asked[place]) yield { name, namespace: asked[place], at: match.index };
  }
}
