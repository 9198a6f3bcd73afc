import type { Graph, GraphEdge, GraphNode } from "../../../../codegen/schema/graph.ts";
import { edgeSchema, nodeSchema } from "../../../../codegen/schema/graph.ts";
import { parseGraph } from "../../../../codegen/schema/parse-graph.ts";
import { edgeIds, freshEdgeId, freshId } from "../fresh-id.ts";
import { suggestName } from "../suggest-name.ts";

/** Why a text cannot be pasted: there is `nothing` in it, it is no JSON (`text`), or JSON that is not made of nodes (`shape`), `detail` saying where. */
export interface PasteProblem {
  readonly problem: "nothing" | "text" | "shape";
  readonly detail?: string;
}

/**
 * The nodes that a text holds: what `copy` made, a graph document, or plain JSON of nodes (a list of them, one alone, or an object with
 * `nodes` and perhaps `edges`; ids may be left out). The problem `text` leaves it to the compiler: it may be TypeScript.
 */
export function readClipboard(text: string): Graph | PasteProblem {
  if (text.trim() === "") return { problem: "nothing" };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: "text" };
  }
  if (isRecord(value) && "weft" in value) {
    const parsed = parseGraph(value);
    if ("graph" in parsed) return parsed.graph.nodes.length > 0 ? parsed.graph : { problem: "nothing" };
    return { problem: "shape", ...detail(parsed.diagnostics[0]?.message) };
  }
  const list = Array.isArray(value) ? value : isRecord(value) && Array.isArray(value["nodes"]) ? value["nodes"] : [value];
  const edges = isRecord(value) && Array.isArray(value["edges"]) ? value["edges"] : [];
  return readNodes(list, edges);
}

function readNodes(list: readonly unknown[], wires: readonly unknown[]): Graph | PasteProblem {
  if (list.length === 0) return { problem: "nothing" };
  const taken = new Set(list.flatMap((item) => (isRecord(item) && typeof item["id"] === "string" ? [item["id"]] : [])));
  const nodes: GraphNode[] = [];
  for (const item of list) {
    const kind = isRecord(item) ? item["kind"] : undefined;
    const named =
      isRecord(item) && typeof kind === "string" && item["id"] === undefined ? { ...item, id: freshId(suggestName(kind), taken) } : item;
    const parsed = nodeSchema.safeParse(named);
    if (!parsed.success) return { problem: "shape", ...detail(describe(parsed.error.issues[0])) };
    nodes.push(parsed.data);
  }
  const edges: GraphEdge[] = [];
  const takenEdges = edgeIds({ weft: 1, name: "", nodes, edges });
  for (const item of wires) {
    const named = isRecord(item) && item["id"] === undefined ? { ...item, id: freshEdgeId(takenEdges) } : item;
    const parsed = edgeSchema.safeParse(named);
    if (!parsed.success) return { problem: "shape", ...detail(describe(parsed.error.issues[0])) };
    edges.push(parsed.data);
  }
  return { weft: 1, name: "pasted", nodes, edges };
}

function describe(issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined): string | undefined {
  return issue && [...issue.path.map(String), issue.message].join(": ");
}

function detail(text: string | undefined): { detail?: string } {
  return text === undefined ? {} : { detail: text };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
