import type { NodeSamples } from "../api/document-schemas.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { collectSamples } from "./collect-samples.ts";
import { cutValue } from "./cut-value.ts";
import { findDocument, findDraft } from "./find-document.ts";

const MOST_BYTES = 64 * 1024;

/** What each node of the draft gave in the newest run that reached it, test runs included; large values are cut. */
export async function listSamples(server: Pick<Server, "database" | "engine">, access: Access, id: string): Promise<NodeSamples> {
  await findDocument(server, access, id);
  const { run, values } = await collectSamples(server, access.workspaceId, id, await findDraft(server, access, id));
  const cut = Object.entries(values).map(([node, value]): [string, unknown] => [node, cutValue(value, MOST_BYTES)]);
  return { run, values: Object.fromEntries(cut) };
}
