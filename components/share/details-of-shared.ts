import type { Graph } from "../../codegen/schema/graph.ts";
import { configOf } from "../../codegen/schema/node-facts.ts";
import type { DocumentDetails, SharedDocument } from "../../lib/api/document-schemas.ts";

/** What the canvas asks of an open document, for one that only its link tells of: nothing is live, pinned or run. */
export function detailsOfShared(shared: SharedDocument, graph: Graph): DocumentDetails {
  const trigger = graph.nodes.find(({ kind }) => kind === "trigger");
  return {
    id: "",
    name: graph.name,
    title: shared.title,
    description: shared.description,
    folder: "",
    tags: [],
    archived: false,
    revision: 1,
    updatedAt: shared.sharedAt,
    updatedBy: null,
    live: null,
    trigger: { on: String(trigger ? configOf(trigger)["on"] : "manual"), enabled: false, nextAt: null },
    nodes: graph.nodes.length,
    services: [],
    lastRun: null,
    graph: shared.graph,
    pins: {},
    triggerUrl: "",
    curl: "",
    sampleInput: null,
  };
}
