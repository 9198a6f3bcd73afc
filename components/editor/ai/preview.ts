import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.ts";
import type { Graph } from "../../../codegen/schema/graph.ts";

/** What a change makes of a node or an edge. */
export type ChangeMark = "added" | "changed" | "removed";

/** By id. */
export interface ChangeMarks {
  readonly nodes: ReadonlyMap<string, ChangeMark>;
  readonly edges: ReadonlyMap<string, ChangeMark>;
}

/** A document as it would be, drawn together with what it takes away, and what became of each node and edge. */
export interface MarkedGraph {
  readonly graph: Graph;
  readonly marks: ChangeMarks;
}

/** A change that is looked at before it is made. */
export interface Preview extends MarkedGraph {
  /** The document as it is, and as it would be. */
  readonly before: Graph;
  readonly after: Graph;
  /** True while more of it is to come. */
  readonly isComing: boolean;
  /** What is known to be wrong with it; undefined where that is still to be found out. */
  readonly diagnostics: readonly Diagnostic[] | undefined;
}
