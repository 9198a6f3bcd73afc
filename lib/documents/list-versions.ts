import type { DocumentVersion } from "../api/document-schemas.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { selectVersions } from "../workflows/store.ts";
import { findDocument } from "./find-document.ts";
import { findPeople } from "./find-people.ts";
import { presentVersion } from "./present.ts";

/** Published versions, newest first. */
export async function listVersions(
  server: Pick<Server, "database" | "system">,
  access: Access,
  id: string,
): Promise<{ versions: DocumentVersion[] }> {
  const row = await findDocument(server, access, id);
  const versions = await selectVersions(server.database, access.workspaceId, id);
  const authors = versions.map((version) => version.createdBy);
  const people = await findPeople(server, authors);
  return { versions: versions.map((version) => presentVersion(version, row.live?.versionId, people)) };
}
