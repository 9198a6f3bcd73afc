import { join } from "node:path";
import ts from "typescript";
import { ROOT } from "../data-folder.ts";
import type { Files } from "./step-sources.ts";

/** Where a project would lie so that it finds our own packages. */
const FOLDER = join(ROOT, "exported-project");
/** What no project changes: packages and TypeScript's own library. */
const known = new Map<string, ts.SourceFile | undefined>();

/** What TypeScript says of a project's files, by the project's own settings: one line for each problem. */
export function checkProject(files: Files): string[] {
  const { config } = ts.parseConfigFileTextToJson("tsconfig.json", files.get("tsconfig.json") ?? "") as { config: unknown };
  const { options } = ts.convertCompilerOptionsFromJson(
    (config as { compilerOptions: unknown }).compilerOptions,
    FOLDER,
    join(FOLDER, "tsconfig.json"),
  );
  const own = new Map([...files].map(([path, text]) => [join(FOLDER, path), text] as const));
  // What `next` writes when it first runs.
  own.set(join(FOLDER, "next-env.d.ts"), '/// <reference types="next" />\n');
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile, directoryExists } = host;
  host.fileExists = (path) => own.has(path) || fileExists(path);
  host.readFile = (path) => own.get(path) ?? readFile(path);
  host.directoryExists = (path) => [...own.keys()].some((file) => file.startsWith(`${path}/`)) || (directoryExists?.(path) ?? true);
  host.getSourceFile = (path, target) => {
    const text = own.get(path);
    if (text !== undefined) return ts.createSourceFile(path, text, target);
    if (!known.has(path)) known.set(path, getSourceFile(path, target));
    return known.get(path);
  };
  const roots = [...own.keys()].filter((path) => /\.tsx?$/.test(path));
  const paths = Object.fromEntries(Object.entries(options.paths ?? {}).map(([from, to]) => [from, to.map((path) => join(FOLDER, path))]));
  const program = ts.createProgram(roots, { ...options, incremental: false, plugins: [], paths }, host);
  const found = [...program.getOptionsDiagnostics(), ...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()];
  return found.map(
    ({ file, messageText }) => `${file?.fileName.slice(FOLDER.length + 1) ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
  );
}
