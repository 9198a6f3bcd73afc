import { createHash } from "node:crypto";
import { z } from "zod";
import type { PluginCatalog } from "../../plugins/kit/catalog.ts";
import type { Catalog } from "../../codegen/catalog.ts";
import type { Diagnostic } from "../../codegen/diagnostics/diagnostic.ts";
import { compile, parse } from "../../codegen/index.ts";
import { parseGraph } from "../../codegen/schema/parse-graph.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import { createTypeChecker } from "../../codegen/types/type-checker.ts";
import type { RuntimeStep } from "../engine/contract.ts";
import { AppError } from "../errors.ts";
import { addServices } from "../plugins/load-catalog.ts";
import type { Compiler } from "../running-server.ts";

/** How long the type checker, some 60 MB of declarations, is kept after its last use. */
const KEEP_TYPES_MS = 60_000;

export interface CompilerOptions {
  readonly catalog: PluginCatalog;
  /** Whether the environment has a connection of this alias. */
  readonly hasConnection: (alias: string) => boolean;
}

/** A compiler for this catalog. The first call is slow, and so is the first one after a while; others are warm. */
export function createCompiler(options: CompilerOptions): Compiler {
  const { catalog: installed, hasConnection } = options;
  const checkTypes = keepWhileUsed(() => createTypeChecker({ catalog: installed }), KEEP_TYPES_MS);
  return {
    compile(document, { workflows, connections: stored, variables, looseData, catalog = addServices(installed, []) } = {}) {
      const parsed = parseGraph(document);
      if (!("graph" in parsed)) throw invalidGraph("The document", parsed.diagnostics);
      const { graph } = parsed;
      const connections = new Set(
        graph.nodes.flatMap(({ connection }) =>
          connection !== undefined && (stored?.has(connection) || hasConnection(connection)) ? [connection] : [],
        ),
      );
      const compiled = compile(graph, catalog, {
        // Those that a node may have misspelt are of use to the message about it.
        connections: new Set([...connections, ...(stored ?? [])]),
        ...(workflows ? { workflows: new Set([...workflows, graph.name]) } : {}),
        ...(variables ? { variables } : {}),
      });
      if (!compiled.ok) throw invalidGraph(graph.name, compiled.diagnostics);
      const found = checkTypes().check(compiled.source, compiled.map, { graph, catalog, ...(looseData ? { looseData } : {}) });
      if (found.some((diagnostic) => diagnostic.severity === "error")) throw invalidGraph(graph.name, found);
      const nodes = Object.fromEntries(graph.nodes.map(({ id, kind, label }) => [id, { kind, label: label ?? "" }]));
      const { source, runtime, variables: read } = compiled;
      const steps = compiled.steps.map((step): RuntimeStep => {
        const operation = step.action === undefined ? undefined : catalog.operation(step.action);
        return operation === undefined ? step : { ...step, operation };
      });
      const catalogHash = hashActions(graph, catalog);
      return {
        graph,
        version: { source, runtime, exportName: graph.name, steps, nodes, variables: read },
        warnings: [...compiled.warnings, ...found],
        catalogHash,
      };
    },
    parse(source, catalog = addServices(installed, [])) {
      const parsed = parse(source, catalog);
      if (!parsed.ok) throw invalidGraph("The module", parsed.diagnostics);
      return parsed.graph;
    },
  };
}

/** Makes a thing when it is asked for and forgets it when nobody has for a while. */
function keepWhileUsed<T>(make: () => T, milliseconds: number): () => T {
  let kept: T | undefined;
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => (kept = undefined), milliseconds).unref();
    return (kept ??= make());
  };
}

function invalidGraph(name: string, diagnostics: readonly Diagnostic[]): AppError {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
  const count = errors.length === 1 ? "an error" : `${errors.length} errors`;
  return new AppError("invalid_graph", `${name} has ${count}: ${errors[0]?.message ?? ""}`, {
    hint: errors[0]?.hint ?? "details.diagnostics lists what is wrong.",
    details: { diagnostics },
  });
}

/** Changes exactly when an action that the graph uses takes or gives another shape. */
function hashActions(graph: Graph, catalog: Catalog): string {
  const hash = createHash("sha256");
  for (const kind of [...new Set(graph.nodes.map((node) => node.kind))].sort()) {
    const action = catalog.actions.get(kind);
    if (!action) continue;
    const shapes = [action.input, action.output].map((schema) => z.toJSONSchema(schema, { unrepresentable: "any", io: "input" }));
    hash.update(JSON.stringify([kind, action.step, shapes]));
  }
  return hash.digest("hex");
}
