import { basename } from "node:path";
import coreWebVitals from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";

const vague = /^(?:data|info|utils?|helpers?|common|misc|handle|process|manage)(?:[.-]|$)/;

/** A file is named for what it holds; these words say nothing about that. */
const tellingFileNames = {
  meta: { type: "problem", schema: [], messages: { vague: "“{{name}}” says nothing about what the file holds." } },
  create: (context) => ({
    Program(node) {
      const name = basename(context.filename);
      if (vague.test(name)) context.report({ node, messageId: "vague", data: { name } });
    },
  }),
};

const bannedEverywhere = [
  {
    selector: "MemberExpression[property.name=/^\\$(?:queryRaw|executeRaw)Unsafe$/]",
    message: "Raw SQL only as a tagged template: its values are then always parameters.",
  },
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: "No markup from strings." },
];

const dottedMantine = {
  selector: "JSXMemberExpression[object.name=/^[A-Z]/]:not([property.name='Provider'])",
  message: "A server component cannot reach into a client component: import TableThead, not Table.Thead.",
};

const config = [
  {
    ignores: [
      ".next/**",
      ".data/**",
      "node_modules/**",
      "prisma/generated/**",
      "test-results/**",
      "playwright-report/**",
      "next-env.d.ts",
    ],
  },
  ...coreWebVitals,
  ...typescript,
  {
    plugins: { house: { rules: { "telling-file-names": tellingFileNames } } },
    rules: {
      "house/telling-file-names": "error",
      "no-restricted-syntax": ["error", ...bannedEverywhere, dottedMantine],
      "no-console": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
    },
  },
  { files: ["scripts/**"], rules: { "no-console": "off" } },
];

export default config;
