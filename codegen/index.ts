/** The compiler, from end to end: graph → diagnostics or code, code → graph. */
import type { Catalog } from "./catalog.ts";
import { check } from "./check/check.ts";
import { createDiagnostic } from "./diagnostics/create-diagnostic.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { parseCodeBody } from "./emit/code-body.ts";
import type { RuntimeStep } from "./emit/collect-steps.ts";
import { emit } from "./emit/emit.ts";
import type { SourceMap } from "./emit/source-map.ts";
import { findVariables } from "./ir/find-variables.ts";
import type { WorkflowIr } from "./ir/ir.ts";
import { lower } from "./lower/lower.ts";
import { parseSource } from "./parse/parse.ts";
import { raise } from "./parse/raise.ts";
import type { Graph } from "./schema/graph.ts";

export type { Catalog, CatalogAction } from "./catalog.ts";
export { check } from "./check/check.ts";
export type { Diagnostic } from "./diagnostics/diagnostic.ts";
export { formatDiagnostic } from "./diagnostics/format-diagnostic.ts";
export { parseCodeBody } from "./emit/code-body.ts";
export type { RuntimeStep } from "./emit/collect-steps.ts";
export type { SourceMap, SourceMapEntry } from "./emit/source-map.ts";
export { format } from "./parse/parse.ts";
export { parseTypeText } from "./parse/read-type.ts";
export { renameNode } from "./rename.ts";
export { graphSchema } from "./schema/graph.ts";
export type { Graph, GraphEdge, GraphNode, Policy } from "./schema/graph.ts";

/** What a graph compiles to. */
export interface Compiled {
  readonly ok: true;
  /** The module people read and own. */
  readonly source: string;
  /** The same statements with each step called by its node, for the server. */
  readonly runtime: string;
  readonly steps: readonly RuntimeStep[];
  /** The workspace variables that the code reads, sorted. */
  readonly variables: readonly string[];
  /** From `source` to the graph and back. */
  readonly map: SourceMap;
  readonly ir: WorkflowIr;
  readonly warnings: readonly Diagnostic[];
}

export interface Refused {
  readonly ok: false;
  readonly diagnostics: readonly Diagnostic[];
}

export interface CompileOptions {
  /** The names of workflows that may be called; any name when left out. */
  readonly workflows?: ReadonlySet<string>;
  /** The aliases of connections that exist; any alias when left out. */
  readonly connections?: ReadonlySet<string>;
  /** The workspace's variables; any name, and none of them secret, when left out. */
  readonly variables?: ReadonlyMap<string, "plain" | "secret">;
}

/** check → lower → emit, for both targets. A graph with errors is refused; warnings come along. */
export function compile(graph: Graph, catalog: Catalog, options: CompileOptions = {}): Compiled | Refused {
  const diagnostics = check(graph, catalog, { ...options, parseCode: parseCodeBody });
  if (diagnostics.some((diagnostic) => diagnostic.severity === "error")) return { ok: false, diagnostics };
  try {
    const ir = lower(graph, catalog);
    const { variables } = options;
    const { source, map, steps } = emit(ir, catalog, variables ? { isSecret: (name) => variables.get(name) === "secret" } : {});
    const runtime = emit(ir, catalog, { target: "server" }).source;
    return { ok: true, source, runtime, steps, variables: findVariables(ir.body), map, ir, warnings: diagnostics };
  } catch (error) {
    // Branches nested by the thousand exhaust the stack, as they would that of every tool that reads the code.
    if (!(error instanceof RangeError)) throw error;
    return { ok: false, diagnostics: [...diagnostics, createDiagnostic("nested-too-deeply", {}, {})] };
  }
}

/** source → IR → graph. With the document the source came from, what code does not hold (layout, notes, loose nodes) is kept. */
export function parse(source: string, catalog: Catalog, base?: Graph): { readonly ok: true; readonly graph: Graph } | Refused {
  const parsed = parseSource(source, catalog);
  if (!parsed.ok) return parsed;
  try {
    return { ok: true, graph: raise(parsed.ir, catalog, base) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ok: false, diagnostics: [createDiagnostic("nested-too-deeply", {}, {})] };
  }
}
