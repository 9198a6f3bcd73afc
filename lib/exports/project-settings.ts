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

const SETTINGS: Files = new Map([
  [
    ".oxfmtrc.json",
    `{
  "printWidth": 140,
  "ignorePatterns": [
    // They keep the layout in which they were made.
    "workflows/**",
    "tests/*.test.ts",
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
    // Each step of a workflow has a name, whether or not what it gives is used.
    { "files": ["workflows/**"], "rules": { "no-unused-vars": "off" } }
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
