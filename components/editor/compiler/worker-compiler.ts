import type { Catalog } from "../../../codegen/catalog.ts";
import type { DiagnosticCode } from "../../../codegen/diagnostics/catalogue.ts";
import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.ts";
import { emit } from "../../../codegen/emit/emit.ts";
import { compile, parse } from "../../../codegen/index.ts";
import { lower } from "../../../codegen/lower/lower.ts";
import type { Graph } from "../../../codegen/schema/graph.ts";
import { declareModule } from "../../../codegen/types/declare-module.ts";
import type { FieldScope } from "../../../codegen/types/field-scope.ts";
import type { Member } from "../../../codegen/types/members.ts";
import { createModuleReader } from "../../../codegen/types/program.ts";
import type { TypeChecker } from "../../../codegen/types/type-checker.ts";
import { createTypeChecker } from "../../../codegen/types/type-checker.ts";
import type { TypeReader } from "../../../codegen/types/types-at.ts";
import { createTypeReader } from "../../../codegen/types/types-at.ts";
import type { ModuleDeclaration } from "./compiler-client.ts";
import type { Question, QuestionKind, Questions } from "./protocol.ts";

/** Gives a catalog with at least these actions, by kind, as far as there are such; the same object while nothing is added. */
export type LoadActions = (kinds: ReadonlySet<string>) => Promise<Catalog>;

/** The compiler that the worker runs: answers questions one by one and keeps what it learned between them. */
export function createWorkerCompiler(loadActions: LoadActions): (question: Question) => Promise<Questions[QuestionKind]["gives"]> {
  const read = createModuleReader();
  let tools: { readonly catalog: Catalog; readonly checker: TypeChecker; readonly reader: TypeReader } | undefined;
  const toolsOf = (catalog: Catalog): NonNullable<typeof tools> => {
    if (tools?.catalog !== catalog)
      tools = { catalog, checker: createTypeChecker({ catalog, read }), reader: createTypeReader({ catalog, read }) };
    return tools;
  };
  return async (question) => {
    switch (question.kind) {
      case "emit": {
        const compiled = compile(question.asks.graph, await loadActions(kindsOfGraph(question.asks.graph)));
        return compiled.ok ? { ok: true, source: compiled.source, entries: compiled.map.entries } : compiled;
      }
      case "emitDraft":
        return emitDraft(question.asks.graph, await loadActions(kindsOfGraph(question.asks.graph)));
      case "parse": {
        const { source, base } = question.asks;
        return parse(source, await loadActions(new Set([...kindsOfGraph(base), ...kindsOfSource(source)])), base);
      }
      case "checkTypes": {
        const catalog = await loadActions(kindsOfGraph(question.asks.graph));
        return checkTypes(question.asks.graph, catalog, toolsOf(catalog).checker);
      }
      case "typesAt": {
        const { graph, place, options } = question.asks;
        const { reader } = toolsOf(await loadActions(kindsOfGraph(graph)));
        const scope = reader.typesAt(graph, place.node, place.field, options);
        return { entries: scope.entries, members: readNearMembers(scope) };
      }
      case "membersAt": {
        const { graph, place, options, path } = question.asks;
        const { reader } = toolsOf(await loadActions(kindsOfGraph(graph)));
        return reader.typesAt(graph, place.node, place.field, options).members(path);
      }
      case "completionsAt": {
        const { graph, place, options, text, offset } = question.asks;
        const { reader } = toolsOf(await loadActions(kindsOfGraph(graph)));
        return reader.completionsAt(graph, place.node, place.field, text, offset, options);
      }
      case "declarationsOf": {
        const { modules } = question.asks;
        return declare(modules, await loadActions(kindsOfSource(modules.join("\n"))));
      }
    }
  };
}

/** The kind of every node in a graph. */
export function kindsOfGraph(graph: Graph): ReadonlySet<string> {
  return new Set(graph.nodes.map(({ kind }) => kind));
}

/** The actions whose steps a source names as modules: `@/plugins/google-sheets/steps/append-row` is of `googleSheets.appendRow`. */
export function kindsOfSource(source: string): ReadonlySet<string> {
  const modules = [...source.matchAll(/@\/plugins\/([\w-]+)\/steps\/([\w-]+)/g)];
  return new Set(modules.map(([, folder = "", file = ""]) => `${camelCase(folder)}.${camelCase(file)}`));
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());
}

/** Errors that leave the module's structure as it is: it shows what is there, and what is wrong stands where it is. */
const harmless: ReadonlySet<DiagnosticCode> = new Set([
  "invalid-config",
  "unknown-workflow",
  "unknown-reference",
  "not-yet-run-reference",
  "reference-into-container",
  "no-output-reference",
  "disabled-reference",
  "loose-reference",
  "error-reference-unavailable",
  "unknown-variable",
  "secret-outside-step",
  "possibly-missing",
]);

function emitDraft(graph: Graph, catalog: Catalog): Questions["emitDraft"]["gives"] {
  const compiled = compile(graph, catalog);
  if (compiled.ok) return { ok: true, source: compiled.source, entries: compiled.map.entries, diagnostics: compiled.warnings };
  const { diagnostics } = compiled;
  if (diagnostics.some(({ code, severity }) => severity === "error" && !harmless.has(code))) return compiled;
  try {
    const { source, map } = emit(lower(graph, catalog), catalog);
    return { ok: true, source, entries: map.entries, diagnostics };
  } catch {
    // What is missing was needed after all.
    return compiled;
  }
}

function checkTypes(graph: Graph, catalog: Catalog, checker: TypeChecker): readonly Diagnostic[] {
  const compiled = compile(graph, catalog);
  // The rules that run with every keystroke read no code bodies; the others of these diagnostics they have said already.
  if (!compiled.ok) return compiled.diagnostics.filter(({ code }) => code === "invalid-code");
  return checker.check(compiled.source, compiled.map, { graph });
}

/** How many lists of members come along with a scope, and how deep. */
const MOST_LISTS = 150;
const DEEPEST = 4;

function readNearMembers(scope: FieldScope): ReadonlyMap<string, readonly Member[]> {
  const near = new Map<string, readonly Member[]>();
  const waiting: (readonly (string | number)[])[] = scope.entries
    .filter(({ hasMembers, kind }) => hasMembers && kind !== "global")
    .map(({ name }) => [name]);
  for (let next = waiting.shift(); next && near.size < MOST_LISTS; next = waiting.shift()) {
    const members = scope.members(next);
    near.set(JSON.stringify(next), members);
    if (next.length >= DEEPEST) continue;
    // A list: what is read from an item is the same for all.
    if (members.some(({ name, kind }) => name === "map" && kind === "method")) waiting.push([...next, 0]);
    for (const { name, kind, hasMembers } of members) if (hasMembers && kind === "field") waiting.push([...next, name]);
  }
  return near;
}

function declare(modules: readonly string[], catalog: Catalog): ModuleDeclaration[] {
  const made = new Map<string, string>();
  const waiting = [...modules];
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const text = made.has(name) ? undefined : declareModule(name, catalog);
    if (text === undefined) continue;
    made.set(name, text);
    for (const [, imported] of text.matchAll(/from "([^"]+)"/g)) if (imported !== undefined) waiting.push(imported);
  }
  return [...made].map(([name, text]) => ({ module: name, text }));
}
