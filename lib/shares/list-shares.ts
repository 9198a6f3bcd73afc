import type { z } from "zod";
import type { share } from "../api/document-schemas.ts";
import { findDocument } from "../documents/find-document.ts";
import { findPeople } from "../documents/find-people.ts";
import { presentPerson } from "../documents/present.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { selectShares } from "./store.ts";

/** The links of a workflow that still work, newest first, without their secret part. */
export async function listShares(
  server: Pick<Server, "database" | "system">,
  access: Access,
  workflowId: string,
): Promise<{ shares: z.infer<typeof share>[] }> {
  await findDocument(server, access, workflowId);
  const rows = await selectShares(server.database, access.workspaceId, workflowId);
  const authors = rows.map((row) => row.createdBy);
  const people = await findPeople(server, authors);
  return {
    shares: rows.map(({ id, createdAt, createdBy }) => ({
      id,
      createdAt: createdAt.toISOString(),
      createdBy: presentPerson(createdBy, people),
    })),
  };
}
