import type { z } from "zod";
import type { sharedDocument } from "../api/document-schemas.ts";
import { AppError } from "../errors.ts";
import type { Server } from "../running-server.ts";
import { hashToken } from "./create-share.ts";
import { findShared } from "./store.ts";

/** What a link shows: the workflow as it was when it was shared, scrubbed. Whoever has the link may look. */
export async function showShared(server: Pick<Server, "system">, token: string): Promise<z.infer<typeof sharedDocument>> {
  const found = await findShared(server.system, hashToken(token));
  if (!found)
    throw new AppError("not_found", "This link shows nothing.", { hint: "It may have been revoked; ask whoever sent it for another." });
  const { graph, source, createdAt } = found;
  return { title: graph.title ?? "", description: graph.description ?? "", graph, source, sharedAt: createdAt.toISOString() };
}
