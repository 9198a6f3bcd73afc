import type { Graph } from "../../../codegen/schema/graph.ts";
import type { Selection } from "./selection.ts";

/** What a command gives that knows what should be selected after it; `Editor.edit` takes it as it is. */
export interface Edited {
  readonly graph: Graph;
  readonly selection: Selection;
}
