import { createHash, randomBytes } from "node:crypto";
import type { z } from "zod";
import type { newShare } from "../api/document-schemas.ts";
import { findDocument, findDraft } from "../documents/find-document.ts";
import { findPeople } from "../documents/find-people.ts";
import { presentPerson } from "../documents/present.ts";
import { isAppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import { newId } from "../new-id.ts";
import type { Server } from "../running-server.ts";
import { findCompileContext } from "../workflows/compile-context.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import { recordAudit } from "../workspaces/record-audit.ts";
import { scrubGraph } from "./scrub-graph.ts";
import { insertShare } from "./store.ts";
import { workspaceRedactor } from "./workspace-redactor.ts";

type Host = Pick<Server, "database" | "system" | "vault" | "credentialTypes" | "compiler" | "plugins">;

/** Makes a link under which anybody sees the draft as it is now, scrubbed. Its text is in the answer and nowhere else. */
export async function createShare(
  server: Host,
  access: Access,
  workflowId: string,
  url: (path: string) => string,
): Promise<z.infer<typeof newShare>> {
  const { name } = await findDocument(server, access, workflowId);
  const draft = await findDraft(server, access, workflowId);
  const graph = scrubGraph(draft, await workspaceRedactor(server, access.workspaceId));
  const token = randomBytes(24).toString("base64url");
  const row = await insertShare(server.database, {
    id: newId("shr"),
    workspaceId: access.workspaceId,
    workflowId,
    tokenHash: hashToken(token),
    graph,
    source: await sourceOf(server, access, graph),
    createdBy: access.userId,
  });
  await recordAudit(server, access, { action: "workflow.shared", target: name, details: { share: row.id } });
  const createdBy = presentPerson(row.createdBy, await findPeople(server, [row.createdBy]));
  return { id: row.id, createdAt: row.createdAt.toISOString(), createdBy, url: url(`/share/${token}`) };
}

/** Hex SHA-256: 192 random bits need no slow hash. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The code of what is shared; empty where the draft has errors, or scrubbing left none that compiles. */
async function sourceOf(server: Host, access: Access, graph: Graph): Promise<string> {
  const { connections: _theirs, looseData: _strict, ...context } = await findCompileContext(server, access.workspaceId);
  try {
    return server.compiler.compile(graph, context).version.source;
  } catch (error) {
    if (isAppError(error) && error.code === "invalid_graph") return "";
    throw error;
  }
}
