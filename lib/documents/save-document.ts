import type { Graph } from "../../codegen/schema/graph.ts";
import { IDENTIFIER } from "../../codegen/schema/patterns.ts";
import type { SavedDocument } from "../api/document-schemas.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { outlineOf, storableText } from "../workflows/outline.ts";
import { nameTaken } from "../workflows/save-refused.ts";
import { findDocument, findDraft } from "./find-document.ts";
import { parseDocument } from "./parse-document.ts";
import { summarizeDocument } from "./show-document.ts";
import { saveDraft } from "./store.ts";

/**
 * Stores a draft, right or wrong, unless somebody else has changed it since `revision`: then `conflict` with `details.revision`, `graph`
 * and `updatedBy`, or with `details.name` when another workflow has its name. A published workflow takes a new name when it is published.
 */
export async function saveDocument(
  server: Pick<Server, "database" | "system">,
  access: Access,
  id: string,
  save: { readonly revision: number; readonly graph: unknown },
): Promise<SavedDocument> {
  await findDocument(server, access, id);
  const graph = parseDocument(save.graph);
  const before = await findDraft(server, access, id);
  const outcome = await saveDraft(server.database, {
    workspaceId: access.workspaceId,
    id,
    revision: save.revision,
    graph: { name: graph.name, title: storableText(graph.title), description: storableText(graph.description), document: graph },
    nameable: IDENTIFIER.test(graph.name),
    outline: outlineOf(graph),
    userId: access.userId,
    renames: findRenames(before, graph),
  });
  if (outcome === "name") throw nameTaken(graph.name);
  const summary = await summarizeDocument(server, access, id);
  if (outcome === "changed") {
    const { revision, updatedBy, updatedAt } = summary;
    throw new AppError("conflict", `${updatedBy?.name ?? "Somebody else"} has changed this workflow meanwhile.`, {
      hint: "Look at details.graph, bring the changes together, then save on details.revision.",
      details: { revision, graph: await findDraft(server, access, id), updatedBy, updatedAt },
    });
  }
  const { name, updatedAt, live } = summary;
  return { id, revision: save.revision + 1, name, updatedAt, live };
}

/** Nodes that stand where another one stood, of the same kind, under another id: renaming keeps a node's place in the document. */
function findRenames(before: Graph, after: Graph): Map<string, string> {
  const renames = new Map<string, string>();
  const [old, now] = [before, after].map((graph) => new Set(graph.nodes.map((node) => node.id)));
  for (const [index, node] of before.nodes.entries()) {
    const successor = after.nodes[index];
    if (!successor || successor.kind !== node.kind || now?.has(node.id) || old?.has(successor.id)) continue;
    renames.set(node.id, successor.id);
  }
  return renames;
}
