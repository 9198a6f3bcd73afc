import type { Graph } from "../../codegen/schema/graph.ts";
import type { DocumentDetails, DocumentSummary } from "../api/document-schemas.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import type { TriggerConfig } from "../triggers/trigger-config.ts";
import { readTriggerConfig } from "../triggers/trigger-config.ts";
import { outlineOf } from "../workflows/outline.ts";
import { findLiveWorkflow } from "../workflows/store.ts";
import { findDocument, findDraft } from "./find-document.ts";
import { findPeople } from "./find-people.ts";
import { presentDetails, presentDocument } from "./present.ts";
import { selectPins } from "./store.ts";

type Host = Pick<Server, "database" | "system">;

/** A workflow with its draft, its pins and how it is called. */
export async function showDocument(server: Host, access: Access, id: string, url: (path: string) => string): Promise<DocumentDetails> {
  const row = await findDocument(server, access, id);
  const [graph, pins, live, people] = await Promise.all([
    findDraft(server, access, id),
    selectPins(server.database, access.workspaceId, id),
    row.live ? findLiveWorkflow(server.database, access.workspaceId, row.name) : undefined,
    findPeople(server, [row.updatedBy]),
  ]);
  const summary = presentDocument(row, outlineOf(graph), people);
  return presentDetails(summary, { workspaceId: access.workspaceId, graph, pins, trigger: live?.trigger ?? draftTrigger(graph), url });
}

/** What a list shows of one workflow. */
export async function summarizeDocument(server: Host, access: Access, id: string): Promise<DocumentSummary> {
  const row = await findDocument(server, access, id);
  const [outline, people] = await Promise.all([
    row.outline ?? findDraft(server, access, id).then(outlineOf),
    findPeople(server, [row.updatedBy]),
  ]);
  return presentDocument(row, outline, people);
}

/** A draft's trigger as far as it can be read: one by hand where it is wrong or missing. */
function draftTrigger(graph: Graph): TriggerConfig {
  const node = graph.nodes.find((candidate) => candidate.kind === "trigger");
  return readTriggerConfig(node?.config) ?? { on: "manual" };
}
