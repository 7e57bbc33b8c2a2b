/**
 * npm run seed                    loads the demo into the database, once (npm run demo does so by itself)
 * npm run seed -- --shape large   loads an empty database of nine districts and 300,000 reports, for measuring; huge: of the whole country
 */
import { withDatabase } from "./lib/database.mjs";
import { complain, Sentence } from "./lib/say.mjs";

const usage = "npm run seed, with -- --shape large or -- --shape huge (SHAPE_SLICE=0.01: a hundredth of its districts)";

try {
  const shape = readShape(process.argv.slice(2));
  await withDatabase({ needs: ["app", "owner"], what: "seed" }, async () => {
    if (!shape) return void (await import("@/prisma/seed/demo"));
    const { isShape, loadShape } = await import("@/prisma/seed/shapes/load");
    if (!isShape(shape)) throw new Sentence(`There is no shape ${shape}. Nothing was loaded. It knows: ${usage}.`);
    await loadShape(shape, readSlice());
  });
} catch (error) {
  complain(error);
  process.exitCode = 1;
}

function readShape(words: string[]): string | null {
  if (words.length === 0) return null;
  const [option, value] = words[0]!.includes("=") ? words[0]!.split("=") : words;
  if (option !== "--shape" || !value) throw new Sentence(`The seed does not know ${words.join(" ")}. It knows: ${usage}.`);
  return value;
}

function readSlice(): number {
  const slice = Number(process.env.SHAPE_SLICE || 1);
  if (!(slice > 0 && slice <= 1)) throw new Sentence(`SHAPE_SLICE=${process.env.SHAPE_SLICE} is no share: give a number above 0, at most 1.`);
  return slice;
}
