import { invariant } from "../../codegen/invariant.ts";
import type { DocumentVersion } from "../api/document-schemas.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { makeVersionLive } from "../workflows/make-version-live.ts";
import { findDocument } from "./find-document.ts";
import { listVersions } from "./list-versions.ts";

/** Rolls back, or forward, to a listed version; the draft stays as it is. */
export async function rollBackDocument(
  server: Pick<Server, "database" | "system">,
  access: Access,
  id: string,
  number: number,
): Promise<DocumentVersion> {
  const { name } = await findDocument(server, access, id);
  await makeVersionLive(server, access, { id, workspaceId: access.workspaceId, name }, number);
  const { versions } = await listVersions(server, access, id);
  const version = versions.find((candidate) => candidate.number === number);
  invariant(version, `version ${number} of ${id} is live and not listed`);
  return version;
}
