import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.ts";
import type { Graph } from "../../../codegen/schema/graph.ts";
import type { MarkedGraph } from "./mark-changes.ts";

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
