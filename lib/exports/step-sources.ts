import { dirname, join } from "node:path/posix";
import { ts } from "ts-morph";
import { invariant } from "../../codegen/invariant.ts";
import { keepDeclarations } from "./keep-declarations.ts";

/** Files by their path in the project. */
export type Files = ReadonlyMap<string, string>;

export interface CollectedSources {
  /** The entries and all that they import, at the paths where they were found. */
  readonly files: Files;
  /** The packages that they import, sorted. */
  readonly packages: readonly string[];
}

/** Follows the imports of some files through `read`. Of generated types only those are kept that somebody names. */
export function collectSources(entries: readonly string[], read: (path: string) => string | undefined): CollectedSources {
  const files = new Map<string, string>();
  const packages = new Set<string>();
  const named = new Map<string, Set<string>>();
  const open = [...entries];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (files.has(path)) continue;
    const text = read(path);
    invariant(text !== undefined, `${path} can be read`);
    files.set(path, text);
    for (const { specifier, names } of listImports(text)) {
      const target = resolveImport(specifier, path);
      if (target === undefined) {
        if (!specifier.startsWith("node:")) packages.add(packageOf(specifier));
        continue;
      }
      open.push(target);
      named.set(target, new Set([...(named.get(target) ?? []), ...names]));
    }
  }
  for (const [path, names] of named) {
    const text = files.get(path);
    if (text !== undefined && isGenerated(path)) files.set(path, keepDeclarations(text, names));
  }
  return { files: new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))), packages: [...packages].sort() };
}

function isGenerated(path: string): boolean {
  return path.endsWith(".generated.ts");
}

/** Where an import of a project's own file leads; undefined for a package. */
function resolveImport(specifier: string, from: string): string | undefined {
  if (specifier.startsWith("@/")) return `${specifier.slice(2)}.ts`;
  return specifier.startsWith(".") ? join(dirname(from), specifier) : undefined;
}

function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

interface Import {
  readonly specifier: string;
  readonly names: readonly string[];
}

/** The imports of a module, and which names it takes. Steps import nothing dynamically. */
export function listImports(text: string): Import[] {
  const file = ts.createSourceFile("module.ts", text, ts.ScriptTarget.ES2024);
  return file.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    if (!statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : statement.exportClause;
    const elements = bindings && (ts.isNamedImports(bindings) || ts.isNamedExports(bindings)) ? [...bindings.elements] : [];
    return [{ specifier: statement.moduleSpecifier.text, names: elements.map(({ propertyName, name }) => (propertyName ?? name).text) }];
  });
}
