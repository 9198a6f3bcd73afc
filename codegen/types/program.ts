import { getLibFiles } from "@ts-morph/common";
import { ts } from "ts-morph";
import type { Catalog } from "../catalog.ts";
import type { SourceMap } from "../emit/source-map.ts";
import { invariant } from "../invariant.ts";
import { declareModule } from "./declare-module.ts";
import { childModules, platform } from "./platform.ts";

/** A module as TypeScript understands it. */
export interface TypedModule {
  readonly file: ts.SourceFile;
  readonly types: ts.TypeChecker;
  /** TypeScript's errors in the module. */
  diagnose(): readonly ts.Diagnostic[];
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
  noErrorTruncation: false,
  types: [],
};

/** Understands an emitted module over a catalog. */
export type ModuleReader = (source: string, catalog: Catalog, map: SourceMap) => TypedModule;

/** Complaints about what `parseWithoutAny` takes out. */
const untypedParameter: ReadonlySet<number> = new Set([7006, 7031]);

const libraryFolder = "/lib";
const workflowFile = "/workflow.ts";
const fixed: ReadonlyMap<string, string> = new Map([
  ["/children.d.ts", childModules],
  ["/platform.d.ts", platform],
]);

/**
 * Understands emitted modules one after the other, reading neither disk nor network: JavaScript's own declarations come inside ts-morph,
 * those of steps from the catalog, of which only the imported ones are made. All but the module itself is kept between calls.
 */
export function createModuleReader(): ModuleReader {
  const libraries = new Map(getLibFiles().map((file) => [`${libraryFolder}/${file.fileName}`, file.text]));
  const files = new Map<string, ts.SourceFile>();
  let catalog: Catalog | undefined;
  let last: { readonly source: string; readonly catalog: Catalog; readonly typed: TypedModule } | undefined;
  let program: ts.Program | undefined;

  const keep = (name: string, text: string): ts.SourceFile => {
    const known = files.get(name);
    if (known?.text === text) return known;
    const made = ts.createSourceFile(name, text, { languageVersion: ts.ScriptTarget.ES2024 }, true);
    files.set(name, made);
    return made;
  };
  const textOf = (name: string): string | undefined => {
    const specifier = /^\/modules\/(.+)\.d\.ts$/.exec(name)?.[1];
    if (specifier !== undefined) return catalog && declareModule(specifier, catalog);
    return fixed.get(name) ?? libraries.get(name);
  };
  const host: ts.CompilerHost = {
    getSourceFile: (name) => {
      if (name === workflowFile) return files.get(name);
      const text = textOf(name);
      return text === undefined ? undefined : keep(name, text);
    },
    resolveModuleNameLiterals: (literals) =>
      literals.map(({ text }) => {
        const known = catalog !== undefined && declareModule(text, catalog) !== undefined;
        if (!known) return { resolvedModule: undefined };
        return {
          resolvedModule: { resolvedFileName: `/modules/${text}.d.ts`, extension: ts.Extension.Dts, isExternalLibraryImport: false },
        };
      }),
    getDefaultLibFileName: (options) => `${libraryFolder}/${ts.getDefaultLibFileName(options)}`,
    getDefaultLibLocation: () => libraryFolder,
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    writeFile: () => undefined,
    fileExists: (name) => textOf(name) !== undefined,
    readFile: textOf,
    directoryExists: () => true,
    getDirectories: () => [],
  };

  return (source, from, map) => {
    if (last && last.source === source && last.catalog === from) return last.typed;
    catalog = from;
    files.set(workflowFile, parseWithoutAny(source, map));
    const current = ts.createProgram({
      rootNames: [workflowFile, ...fixed.keys()],
      options: compilerOptions,
      host,
      // Whatever another catalog declares differently is another source file, which TypeScript sees.
      ...(program ? { oldProgram: program } : {}),
    });
    program = current;
    const file = current.getSourceFile(workflowFile);
    invariant(file, "the module is part of its own program");
    const typed: TypedModule = {
      file,
      types: current.getTypeChecker(),
      diagnose: () =>
        [...current.getSyntacticDiagnostics(file), ...current.getSemanticDiagnostics(file)].filter(
          ({ category, code }) => category === ts.DiagnosticCategory.Error && !untypedParameter.has(code),
        ),
    };
    last = { source, catalog: from, typed };
    return typed;
  };
}

/**
 * A module as it is checked: in a person's expressions, `(item: any) =>` becomes `(item     ) =>`. The emitter writes the `any` wherever it
 * does not know the list; TypeScript, which mostly does, then checks what is read from the item. Offsets stay.
 */
function parseWithoutAny(source: string, map: SourceMap): ts.SourceFile {
  const parse = (text: string): ts.SourceFile => ts.createSourceFile(workflowFile, text, { languageVersion: ts.ScriptTarget.ES2024 }, true);
  const file = parse(source);
  let text = source;
  const visit = (node: ts.Node): void => {
    if (ts.isParameter(node) && ts.isArrowFunction(node.parent) && node.type?.kind === ts.SyntaxKind.AnyKeyword) {
      const path = map.at(node.getStart(file))?.path ?? [];
      const [from, to] = [node.name.getEnd(), node.type.getEnd()];
      if (path.length > 0 && path[0] !== "source") text = text.slice(0, from) + " ".repeat(to - from) + text.slice(to);
    }
    ts.forEachChild(node, visit);
  };
  if (source.includes(": any")) visit(file);
  return text === source ? file : parse(text);
}
