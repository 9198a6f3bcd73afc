import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import type { PublishedVersion } from "../workflows/publish-workflow.ts";
import { publishWorkflow } from "../workflows/publish-workflow.ts";
import { findDocument, findDraft } from "./find-document.ts";

/** Makes the draft a version and that version live; throws `conflict` when the draft is at another revision, `invalid_graph` when it has errors. A failing test refuses it too, unless forced. */
export async function publishDocument(
  server: Pick<Server, "database" | "engine" | "compiler" | "plugins" | "playModule" | "sdkVersion">,
  access: Access,
  id: string,
  { revision, note, force }: { readonly revision: number; readonly note: string; readonly force: boolean },
): Promise<PublishedVersion> {
  const row = await findDocument(server, access, id);
  if (row.revision !== revision) {
    throw new AppError("conflict", `${row.name} was changed by somebody else.`, {
      hint: "Look at the change, then publish again.",
      details: { revision: row.revision },
    });
  }
  return publishWorkflow(server, access, await findDraft(server, access, id), { of: { id, revision }, note, force });
}
