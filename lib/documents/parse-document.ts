import type { Diagnostic } from "../../codegen/diagnostics/diagnostic.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import { parseGraph } from "../../codegen/schema/parse-graph.ts";
import { AppError } from "../errors.ts";

/** A document by its shape alone: whatever else is wrong with it is for who edits it. Throws `invalid_graph`. */
export function parseDocument(document: unknown): Graph {
  const parsed = parseGraph(document);
  if ("graph" in parsed) return parsed.graph;
  throw unreadable("The document", parsed.diagnostics);
}

/** `details.diagnostics` says where. */
export function unreadable(what: string, diagnostics: readonly Diagnostic[]): AppError {
  const [first] = diagnostics;
  return new AppError("invalid_graph", `${what} cannot be read: ${first?.message ?? ""}`, {
    hint: first?.hint ?? "details.diagnostics says where.",
    details: { diagnostics },
  });
}
