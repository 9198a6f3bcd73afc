import type { Graph } from "../../../codegen/schema/graph.ts";
import { canvasText } from "../../text/canvas.ts";
import { canConnect } from "../model/commands/can-connect.ts";

/** Whether a port may lead to a node, or why not, in words. */
export function connectVerdict(graph: Graph, source: string, port: string, target: string): true | string {
  const verdict = canConnect(graph, { source, port, target });
  return verdict === true ? true : canvasText.connect.problems[verdict];
}
