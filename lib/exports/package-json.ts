import ours from "../../package.json" with { type: "json" };
import { invariant } from "../../codegen/invariant.ts";

const VERSIONS: Readonly<Record<string, string>> = { ...ours.devDependencies, ...ours.dependencies };

/** What every project needs to run, imported or not. */
const ALWAYS = ["next", "react", "react-dom"];
/** What every project is checked with. */
const CHECKS = ["@types/node", "@types/react", "@types/react-dom", "oxfmt", "oxlint", "typescript", "vitest"];
/** Packages whose types come by themselves. */
const TYPES: Readonly<Record<string, string>> = { nodemailer: "@types/nodemailer", pg: "@types/pg", turndown: "@types/turndown" };

/** `package.json`: what the files import, in the exact versions that the workflows were tested with. */
export function printPackageJson(name: string, packages: readonly string[]): string {
  const types = packages.flatMap((used) => TYPES[used] ?? []);
  return `${JSON.stringify(
    {
      name,
      version: "0.1.0",
      private: true,
      type: "module",
      scripts: {
        dev: "next dev",
        build: "next build",
        start: "next start",
        test: "vitest run --passWithNoTests",
        check: "tsc --noEmit && oxlint && oxfmt --check",
        format: "oxfmt",
      },
      dependencies: versionsOf([...ALWAYS, ...packages.filter((used) => !CHECKS.includes(used))]),
      devDependencies: versionsOf([...CHECKS, ...types]),
      engines: { node: ">=22" },
    },
    null,
    2,
  )}\n`;
}

function versionsOf(names: readonly string[]): Record<string, string> {
  return Object.fromEntries([...new Set(names)].sort().map((name) => [name, versionOf(name)]));
}

function versionOf(name: string): string {
  const version = VERSIONS[name];
  invariant(version !== undefined, `${name} is among our own dependencies`);
  return version;
}
