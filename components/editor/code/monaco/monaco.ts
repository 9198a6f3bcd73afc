import * as monaco from "monaco-editor/editor/editor.api";
// The languages bring every feature along, but later than the first editor wants them.
import "monaco-editor/features/register.all";
import "monaco-editor/languages/definitions/html/register";
import "monaco-editor/languages/definitions/sql/register";
import "monaco-editor/languages/definitions/typescript/register";
import { jsonDefaults } from "monaco-editor/languages/features/json/register";
import { ModuleKind, typescriptDefaults } from "monaco-editor/languages/features/typescript/register";
import "./code.css";

export { monaco, typescriptDefaults };

/** The language of TypeScript that is only looked at. */
export const PLAIN_TYPESCRIPT = "plain-typescript";

self.MonacoEnvironment = {
  getWorker(_workerId: string, label: string): Worker {
    switch (label) {
      case "typescript":
      case "javascript":
        return new Worker(new URL("./typescript-worker.ts", import.meta.url), { type: "module", name: label });
      case "json":
        return new Worker(new URL("./json-worker.ts", import.meta.url), { type: "module", name: label });
      default:
        return new Worker(new URL("./editor-worker.ts", import.meta.url), { type: "module", name: label });
    }
  },
};

// The numbers are TypeScript's own: Monaco's types name only older ones.
const ES2024: number = 11;
const BUNDLER: number = 100;
const FORCE: number = 3;

typescriptDefaults.setCompilerOptions({
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ES2024,
  lib: ["lib.es2024.d.ts"],
  module: ModuleKind.ESNext,
  moduleResolution: BUNDLER,
  moduleDetection: FORCE,
  types: [],
});
// A node's constant is its name, used or not.
typescriptDefaults.setDiagnosticsOptions({ noSuggestionDiagnostics: true });
// TypeScript that is only looked at: coloured, but of no interest to TypeScript's worker.
monaco.languages.register({ id: PLAIN_TYPESCRIPT });
monaco.languages.registerTokensProviderFactory(PLAIN_TYPESCRIPT, {
  create: async () => (await import("monaco-editor/languages/definitions/typescript/typescript")).language,
});
jsonDefaults.setDiagnosticsOptions({ validate: true, allowComments: false, schemas: [] });
