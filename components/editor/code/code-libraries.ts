import { childModules, platform } from "../../../codegen/types/platform.ts";
import type { CompilerClient } from "../compiler/compiler-client.ts";
import { Superseded } from "../compiler/superseded.ts";
import { declarationsUri, packDeclarations } from "./monaco/field-declarations.ts";
import type { Loaded } from "./monaco/api.ts";

const libraries = new Map<string, string>([
  ["file:///weft/platform.d.ts", platform],
  ["file:///weft/children.d.ts", childModules],
]);
const known = new Set<string>();
/** Whose services `known` are: another workspace may describe others under the same names. */
let source: CompilerClient | undefined;

/** Makes TypeScript know the modules that a text imports: their types are made from the services' schemas, in the compiler's worker. */
export async function declareImports(text: string, compiler: CompilerClient, monaco: Loaded): Promise<void> {
  if (source !== compiler) {
    source = compiler;
    for (const name of known) libraries.delete(libraryUri(name));
    known.clear();
  }
  const missing = importsOf(text).filter((name) => !known.has(name));
  if (missing.length === 0 && known.size > 0) return;
  for (const name of missing) known.add(name);
  try {
    for (const { module: name, text: declarations } of await compiler.declarationsOf(missing)) {
      known.add(name);
      libraries.set(libraryUri(name), ambient(name, declarations));
    }
    publish(monaco);
  } catch (error) {
    for (const name of missing) known.delete(name);
    if (!(error instanceof Superseded)) throw error;
  }
}

/** Declares names to one field's model and to nobody else. */
export function declareToField(field: string, declarations: string | undefined, monaco: Loaded): void {
  const uri = declarationsUri(field);
  const before = libraries.get(uri);
  const packed = declarations === undefined ? undefined : packDeclarations(field, declarations);
  if (packed === before && monaco.typescriptDefaults.getExtraLibs()["file:///weft/platform.d.ts"]) return;
  if (packed === undefined) libraries.delete(uri);
  else libraries.set(uri, packed);
  publish(monaco);
}

function libraryUri(name: string): string {
  return `file:///weft/${name}.d.ts`;
}

/** The modules named in a text's imports. */
function importsOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\bfrom\s*["']([^"'\n]+)["']/g)].flatMap(([, name]) => (name === undefined ? [] : [name])))];
}

/** A module's declarations as part of a script, which needs no path to be found. */
function ambient(name: string, declarations: string): string {
  return `declare module ${JSON.stringify(name)} {\n${declarations.replace(/^export declare /gm, "export ")}\n}\n`;
}

function publish({ typescriptDefaults }: Loaded): void {
  typescriptDefaults.setExtraLibs([...libraries].map(([filePath, content]) => ({ filePath, content })));
}
