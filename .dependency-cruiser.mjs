/**
 * The walls. Features stand on a ladder: each may build on those before it, never on those after it.
 * Whoever adds a feature gives it its place here.
 */
export const ladder = ["districts", "calendar", "units", "cadres", "enterprises", "accounts", "audit", "views", "lights", "projects", "duties", "schedules", "funds", "progress", "mergers", "figures", "dashboards", "desk"];

const any = (names) => `(${names.join("|")})`;
const shared = "^components/(ui|forms|layout)/";
const pureFoundation = "^lib/foundation/(access/policy|action-result|actor|calendar|clock|field-sentence|money|page-of|paths|refusal|schema|search|settings|spans)\\.ts$|^lib/foundation/i18n/";

const upward = ladder.map((feature, place) => ({
  name: `ladder: ${feature} looks up`,
  comment: "A feature never imports one that stands above it; compose upward in a page.",
  severity: "error",
  from: { path: `^(lib|components)/${feature}/`, pathNot: "\\.test\\.tsx?$" },
  to: { path: `^(lib|components)/${any(["nothing", ...ladder.slice(place + 1)])}/` },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
const walls = {
  forbidden: [
    { name: "no circles", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "nobody imports app", severity: "error", from: { pathNot: "^app/" }, to: { path: "^app/" } },
    {
      name: "foundation knows no feature", severity: "error",
      from: { path: "^lib/foundation/", pathNot: "^lib/foundation/testing/|\\.test\\.ts$" },
      to: { path: `^(lib/(?!foundation/)|components/|app/)` },
    },
    { name: "testing is for tests", severity: "error", from: { pathNot: "\\.test\\.tsx?$|^lib/foundation/testing/|^e2e/" }, to: { path: "^lib/foundation/testing/" } },
    {
      name: "shared pieces know no business", severity: "error",
      from: { path: shared, pathNot: "\\.test\\.tsx?$" },
      to: { path: "^(lib|components|app|prisma)/", pathNot: `${shared}|${pureFoundation}` },
    },
    {
      name: "a feature's screens use its schema, rules and actions", severity: "error",
      from: { path: "^components/(?!ui/|forms/|layout/)[^/]+/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^lib/", pathNot: `${pureFoundation}|^lib/[^/]+/(schema|rules|actions)(\\.ts|/)|^lib/[^/]+/queries`, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "a screen never calls a query", severity: "error",
      from: { path: "^components/" },
      to: { path: "^lib/[^/]+/(queries|commands)(\\.ts|/)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "schemas and rules are pure", severity: "error",
      from: { path: "^lib/[^/]+/(schema|rules)(\\.ts|/)", pathNot: "\\.test\\.ts$|^lib/foundation/" },
      to: { path: ".", pathNot: `${pureFoundation}|^lib/[^/]+/(schema|rules)(\\.ts|/)|^prisma/generated/enums|node_modules/(zod|chinese-days)/|^messages/`, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "queries do not write", severity: "error",
      from: { path: "^lib/[^/]+/queries(\\.ts|/)" },
      to: { path: "^lib/[^/]+/(commands|actions|endpoints)(\\.ts|/)|^lib/foundation/(command|action|endpoint|numbers|audit/record)\\.ts$" },
    },
    {
      name: "commands know no session, cache or HTTP", severity: "error",
      from: { path: "^lib/[^/]+/commands(\\.ts|/)" },
      to: { path: "^lib/foundation/(action|endpoint|auth/(require-actor|options|request|sessions|sign-in))\\.ts$|node_modules/(next|next-auth|next-intl|pg)/|^node:(fs|http|net)" },
    },
    {
      name: "actions only define actions", severity: "error",
      from: { path: "^lib/[^/]+/actions\\.ts$" },
      to: { path: ".", pathNot: "^lib/foundation/action\\.ts$|^lib/[^/]+/(schema|commands)(\\.ts|/)" },
    },
    {
      name: "endpoints only define endpoints", severity: "error",
      from: { path: "^lib/[^/]+/endpoints\\.ts$" },
      to: { path: ".", pathNot: "^lib/foundation/(endpoint|schema|calendar)\\.ts$|^lib/[^/]+/(schema|queries|commands)(\\.ts|/)|node_modules/zod/|^prisma/generated/enums" },
    },
    {
      name: "only the foundation opens the database", severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: "^lib/(foundation|jobs)/|\\.test\\.ts$" },
      to: { path: "^lib/foundation/db\\.ts$|node_modules/pg/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pages write nothing", severity: "error",
      from: { path: "^app/", pathNot: "^app/api/|/route\\.ts$" },
      to: { path: "^lib/[^/]+/commands(\\.ts|/)|^lib/foundation/(command|db)\\.ts$" },
    },
    ...upward,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|\\.data|prisma/generated/(internal|models))" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js", ".json"] },
  },
};

export default walls;
