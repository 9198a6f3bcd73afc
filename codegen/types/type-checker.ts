import { getLibFiles } from "@ts-morph/common";
import { ts } from "ts-morph";
import type { Catalog } from "../catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceMap } from "../emit/source-map.ts";
import { explainTypeError } from "./explain-type-error.ts";

/** Asks TypeScript about emitted modules. Keeps everything but the workflow itself between calls. */
export interface TypeChecker {
  /** TypeScript's complaints about an emitted module, each on its node and field. Empty when the module type-checks. */
  check(source: string, map: SourceMap): Diagnostic[];
}

const compilerOptions: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  skipDefaultLibCheck: true,
  target: ts.ScriptTarget.ES2024,
  lib: ["lib.es2024.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  allowImportingTsExtensions: true,
  noErrorTruncation: false,
  types: [],
};

const libraryFolder = "/__weft__/lib";

/** Other workflows are not checked together with this one: what they take and give is `any`. */
const childModules = 'declare module "@/workflows/*";\n';

/**
 * What expressions may use of the platform. The whole of `lib.dom` costs a tenth of a second for each check; names of it
 * in the sources of steps stay unknown, which changes nothing for who calls them.
 */
const platform = `
declare class URL {
  constructor(url: string | URL, base?: string | URL);
  readonly hash: string;
  readonly host: string;
  readonly hostname: string;
  readonly href: string;
  readonly origin: string;
  readonly password: string;
  readonly pathname: string;
  readonly port: string;
  readonly protocol: string;
  readonly search: string;
  readonly searchParams: URLSearchParams;
  readonly username: string;
  toJSON(): string;
  toString(): string;
}
declare class URLSearchParams {
  readonly size: number;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string, value?: string): boolean;
  toString(): string;
}
declare const console: { log(...values: unknown[]): void; warn(...values: unknown[]): void; error(...values: unknown[]): void };
`;

/** A checker for modules that import the steps of `catalog`, whose sources are under `root`. The first check reads them all. */
export function createTypeChecker(options: { readonly root: string; readonly catalog: Catalog }): TypeChecker {
  const root = options.root.replace(/\/$/, "");
  const workflowFile = `${root}/__weft__/workflow.ts`;
  const virtual = new Map([
    [workflowFile, { text: "export {};", version: 0 }],
    [`${root}/__weft__/children.d.ts`, { text: childModules, version: 0 }],
    [`${root}/__weft__/platform.d.ts`, { text: platform, version: 0 }],
    // Every step is a root, so that importing one more of them later loads nothing.
    [`${root}/__weft__/steps.ts`, { text: importSteps(options.catalog), version: 0 }],
  ]);
  // The declarations of JavaScript itself come inside ts-morph, not as files.
  const libraries = new Map(getLibFiles().map((file) => [`${libraryFolder}/${file.fileName}`, file.text]));
  const read = (file: string): string | undefined => virtual.get(file)?.text ?? libraries.get(file) ?? ts.sys.readFile(file);
  const snapshots = new Map<string, ts.IScriptSnapshot>();
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => ({ ...compilerOptions, paths: { "@/*": [`${root}/*`] } }),
    getScriptFileNames: () => [...virtual.keys()],
    getScriptVersion: (file) => String(virtual.get(file)?.version ?? 0),
    getScriptSnapshot: (file) => {
      const known = snapshots.get(file);
      if (known) return known;
      const text = read(file);
      if (text === undefined) return undefined;
      const snapshot = ts.ScriptSnapshot.fromString(text);
      snapshots.set(file, snapshot);
      return snapshot;
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: (settings) => `${libraryFolder}/${ts.getDefaultLibFileName(settings)}`,
    fileExists: (file) => virtual.has(file) || libraries.has(file) || ts.sys.fileExists(file),
    readFile: read,
    directoryExists: (folder) => ts.sys.directoryExists(folder),
    getDirectories: (folder) => ts.sys.getDirectories(folder),
    ...(ts.sys.realpath ? { realpath: ts.sys.realpath } : {}),
  };
  const service = ts.createLanguageService(host, ts.createDocumentRegistry(true, root));
  return {
    check(source, map) {
      const file = virtual.get(workflowFile);
      if (file && file.text !== source) {
        virtual.set(workflowFile, { text: source, version: file.version + 1 });
        snapshots.delete(workflowFile);
      }
      const found = [...service.getSyntacticDiagnostics(workflowFile), ...service.getSemanticDiagnostics(workflowFile)];
      return found
        .filter((diagnostic) => diagnostic.category === ts.DiagnosticCategory.Error)
        .map((diagnostic) => explainTypeError(diagnostic, source, map));
    },
  };
}

function importSteps(catalog: Catalog): string {
  const modules = new Set([...catalog.actions.values()].map((action) => action.step.module));
  const kit = ["step-error", "respond", "pick", "map-concurrently", "approval"].map((name) => `@/plugins/kit/${name}`);
  return ["workflow", ...kit, ...modules].map((module) => `import ${JSON.stringify(module)};\n`).join("");
}
