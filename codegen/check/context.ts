import type { Catalog } from "../catalog.ts";
import { createDiagnostic } from "../diagnostics/create-diagnostic.ts";
import type { DiagnosticCode, DiagnosticParameters } from "../diagnostics/catalogue.ts";
import type { Diagnostic, GraphLocation } from "../diagnostics/diagnostic.ts";
import type { Graph, GraphNode } from "../schema/graph.ts";
import type { KindFacts } from "../schema/kind-facts.ts";
import { alwaysDecides, isNeverChosen, nodeKind, portsOf } from "../schema/node-facts.ts";
import type { Choices, Companions } from "./companions.ts";
import { findCompanions } from "./companions.ts";
import type { Field } from "./fields.ts";
import { readFields } from "./fields.ts";
import type { Layout, Status } from "./layout.ts";
import { readLayout } from "./layout.ts";
import type { Level } from "./level.ts";

/** What the caller knows beyond the graph; what is left out is not checked. */
export interface CheckOptions {
  /** Parses the body of a `code` node; gives what is wrong, with offsets in the source. */
  readonly parseCode?: (source: string) => { readonly message: string; readonly start: number; readonly end: number } | undefined;
  /** The names of the workflows that can be called. */
  readonly workflows?: ReadonlySet<string>;
  /** The aliases of the stored connections. */
  readonly connections?: ReadonlySet<string>;
  /** The workspace's variables, by name; any name when left out, none of them secret. */
  readonly variables?: ReadonlyMap<string, "plain" | "secret">;
}

/** What the rules share: the graph read once, and the list they add to. */
export interface CheckContext {
  readonly graph: Graph;
  readonly catalog: Catalog;
  readonly options: CheckOptions;
  readonly layout: Layout;
  readonly diagnostics: readonly Diagnostic[];
  /** The facts of the node's kind; undefined for an unknown kind. */
  facts(node: GraphNode): KindFacts | undefined;
  /** `active` when the node is part of the code. */
  status(node: GraphNode): Status;
  /** The nodes that are part of the code and of a known kind, with their facts. */
  readonly active: readonly { readonly node: GraphNode; readonly facts: KindFacts }[];
  /** The strings of an active node's config that hold expressions, parsed. */
  fields(node: GraphNode): readonly Field[];
  /** What may run together at a level; it is found when first asked for. */
  companions(level: Level): Companions;
  report<C extends DiagnosticCode>(
    code: C,
    parameters: DiagnosticParameters<C>,
    location: GraphLocation,
    details?: Pick<Diagnostic, "excerpt">,
  ): void;
}

/** One thing that can be wrong with a graph. */
export type Rule = (context: CheckContext) => void;

/** Reads a graph for the rules. */
export function createContext(graph: Graph, catalog: Catalog, options: CheckOptions): CheckContext {
  const diagnostics: Diagnostic[] = [];
  const layout = readLayout(graph);
  const fieldsOf = new Map<GraphNode, readonly Field[]>();
  const companionsOf = new Map<Level, Companions>();
  const facts = (node: GraphNode): KindFacts | undefined => nodeKind(node.kind, catalog);
  const status = (node: GraphNode): Status => layout.statuses.get(node) ?? "misplaced";
  const active = graph.nodes.flatMap((node) => {
    const known = status(node) === "active" ? facts(node) : undefined;
    return known ? [{ node, facts: known }] : [];
  });
  return {
    graph,
    catalog,
    options,
    layout,
    diagnostics,
    facts,
    status,
    active,
    fields(node) {
      const found = fieldsOf.get(node);
      if (found) return found;
      const known = facts(node);
      const fields = known ? readFields(node, known) : [];
      fieldsOf.set(node, fields);
      return fields;
    },
    companions(level) {
      const found = companionsOf.get(level) ?? findCompanions(level, readChoices(layout, catalog));
      companionsOf.set(level, found);
      return found;
    },
    report(code, parameters, location, details) {
      diagnostics.push(createDiagnostic(code, parameters, location, details));
    },
  };
}

function readChoices({ statuses, errorEdges }: Layout, catalog: Catalog): Choices {
  return {
    portsOf(node) {
      const decides = node.disabled !== true && (alwaysDecides(node) || errorEdges.has(node.id));
      return decides ? portsOf(node, catalog).filter((port) => !isNeverChosen(node, port)) : [];
    },
    isLive(source, port) {
      const status = statuses.get(source);
      return (status === "active" && !isNeverChosen(source, port)) || (status === "disabled" && port !== "error");
    },
  };
}
