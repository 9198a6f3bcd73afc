import { printString } from "../../codegen/emit/literal.ts";
import type { Strictness } from "./strictness.ts";
import { strictnessOf } from "./strictness.ts";
import type { Files } from "./step-sources.ts";
import type { ProjectWorkflow } from "./workflow-facts.ts";

/** The files by which tools know how to treat the project. `aliases`: where an import leads that is not by its path, both without the ending. */
export function printSettings(workflows: readonly ProjectWorkflow[], aliases: ReadonlyMap<string, string>): Files {
  return new Map([
    ...SETTINGS,
    ["tsconfig.json", printTsConfig(strictnessOf(workflows), aliases)],
    ["vitest.config.ts", printVitestConfig(aliases)],
  ]);
}

function printTsConfig(strictness: Strictness, aliases: ReadonlyMap<string, string>): string {
  const paths = Object.fromEntries([...aliases].map(([from, to]) => [from, [`./${to}.ts`]]));
  const config = {
    compilerOptions: {
      target: "es2024",
      lib: ["es2024", "esnext.disposable", "dom", "dom.iterable"],
      module: "esnext",
      moduleResolution: "bundler",
      moduleDetection: "force",
      allowJs: false,
      jsx: "react-jsx",
      types: ["node"],
      strict: true,
      ...(strictness === "untyped parameters" ? { noImplicitAny: false } : {}),
      noImplicitOverride: true,
      verbatimModuleSyntax: true,
      allowImportingTsExtensions: true,
      isolatedModules: true,
      esModuleInterop: true,
      resolveJsonModule: true,
      skipLibCheck: true,
      noEmit: true,
      incremental: true,
      paths: { ...paths, "@/*": ["./*"] },
      plugins: [{ name: "next" }],
    },
    include: ["**/*.ts", "**/*.tsx", ".next/types/**/*.ts", ".next/dev/types/**/*.ts"],
    exclude: ["node_modules"],
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

function printVitestConfig(aliases: ReadonlyMap<string, string>): string {
  const own = [...aliases].map(([from, to]) => `      ${printString(from)}: \`\${import.meta.dirname}/${to}.ts\`,\n`);
  const alias = own.length === 0 ? `{ "@": import.meta.dirname }` : `{\n${own.join("")}      "@": import.meta.dirname,\n    }`;
  return `import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["tests/**/*.test.ts"] },
  resolve: {${own.length === 0 ? ` alias: ${alias} ` : `\n    alias: ${alias},\n  `}},
});
`;
}

/** Rules about style, and about code that does what it says though it need not: people may draw it. */
const LEGAL = [
  "no-constant-binary-expression",
  "no-constant-condition",
  "no-control-regex",
  "no-debugger",
  "no-dupe-else-if",
  "no-empty-pattern",
  "no-empty-static-block",
  "no-extra-boolean-cast",
  "no-irregular-whitespace",
  "no-loss-of-precision",
  "no-misleading-character-class",
  "no-self-assign",
  "no-shadow-restricted-names",
  "no-sparse-arrays",
  "no-unassigned-vars",
  "no-unreachable",
  "no-unsafe-optional-chaining",
  "no-unused-expressions",
  "no-unused-labels",
  "no-unused-private-class-members",
  "no-unused-vars",
  "no-useless-catch",
  "no-useless-escape",
  "no-useless-rename",
  "oxc/const-comparisons",
  "oxc/double-comparisons",
  "oxc/erasing-op",
  "oxc/only-used-in-recursion",
  "typescript/no-this-alias",
  "typescript/no-wrapper-object-types",
  "typescript/prefer-as-const",
  "unicorn/no-await-in-promise-methods",
  "unicorn/no-new-array",
  "unicorn/no-single-promise-in-promise-methods",
  "unicorn/no-thenable",
  "unicorn/no-unnecessary-await",
  "unicorn/no-useless-fallback-in-spread",
  "unicorn/no-useless-length-check",
  "unicorn/no-useless-spread",
  "unicorn/prefer-set-size",
  "unicorn/prefer-string-starts-ends-with",
  "vitest/valid-title",
];

const SETTINGS: Files = new Map([
  [
    ".oxfmtrc.json",
    `{
  "printWidth": 140,
  "ignorePatterns": [
    // They keep the layout in which they were made.
    "workflows/**",
    "calls/**",
    "app/page.tsx",
    "app/api/triggers/**",
    "app/api/schedules/**",
    "tests/*.test.ts",
    "vitest.config.ts",
    "**/*.generated.ts",
    "next-env.d.ts",
    "**/*.md",
    "package-lock.json",
    "tsconfig.json",
    "app/.well-known/**"
  ]
}
`,
  ],
  [
    ".oxlintrc.json",
    `{
  "plugins": ["typescript", "unicorn", "oxc", "import", "promise", "node", "vitest"],
  "categories": { "correctness": "error" },
  "overrides": [
    // What is no mistake in a workflow, whose steps have names whether or not they are used and whose data is as somebody gave it.
    {
      "files": ["workflows/**", "tests/*.test.ts"],
      "rules": {
${LEGAL.map((rule) => `        "${rule}": "off"`).join(",\n")}
      }
    }
  ],
  "ignorePatterns": ["node_modules", ".next", "next-env.d.ts", "app/.well-known"]
}
`,
  ],
  [
    ".gitignore",
    [
      "node_modules/",
      ".next/",
      ".swc/",
      ".workflow-data/",
      "app/.well-known/",
      "next-env.d.ts",
      "*.tsbuildinfo",
      ".env",
      ".env.local",
      "",
    ].join("\n"),
  ],
]);
