import type { DocumentVersionDetails } from "../api/document-schemas.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findVersion } from "../workflows/store.ts";
import { findDocument } from "./find-document.ts";
import { findPeople } from "./find-people.ts";
import { presentVersion } from "./present.ts";

/** One version with its graph and code, also one that a test run made. */
export async function showVersion(
  server: Pick<Server, "database" | "system">,
  access: Access,
  id: string,
  number: number,
): Promise<DocumentVersionDetails> {
  const row = await findDocument(server, access, id);
  const version = await findVersion(server.database, access.workspaceId, id, number);
  if (!version) throw new AppError("not_found", `${row.name} has no version ${number}.`, { hint: "List its versions." });
  const { graph, source, createdBy } = version;
  return { ...presentVersion(version, row.live?.versionId, await findPeople(server, [createdBy])), graph, source };
}
