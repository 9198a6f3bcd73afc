import type { Graph } from "../../../codegen/schema/graph.ts";
import type { Operation } from "../../../lib/ai/operation.ts";
import { askText } from "../../text/ask.ts";
import { titleById } from "../canvas/title-by-id.ts";

/** What an operation did, in words, with the document after it and before it. */
export function describeOperation(operation: Operation, before: Graph, after: Graph): string {
  const text = askText.did;
  const title = (exit: string, graph = after): string => {
    const [id = "", ...port] = exit.split(".");
    return port.length === 0 ? titleById(graph, id) : text.port(titleById(graph, id), port.join("."));
  };
  switch (operation.op) {
    case "setWorkflow":
      return text.workflow(after.title || after.name);
    case "addNode":
      return text.added(title(operation.id));
    case "setNode":
      return text.changed(title(operation.id));
    case "removeNode":
      return text.removed(title(operation.id, before));
    case "renameNode":
      return text.renamed(operation.id, operation.to);
    case "connect":
      return text.connected(title(operation.from), title(operation.to));
    case "disconnect":
      return text.disconnected(title(operation.from), title(operation.to));
    case "say":
      return operation.text;
  }
}
