import { urlsFor } from "../api/public-url.ts";
import type { Access } from "../keys/access.ts";
import { ROLE_PERMISSIONS } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { runningServer, serverOf } from "../running-server.ts";
import { findRole } from "../workspaces/store.ts";

/** What a page of a workspace is made with: the server bound to that workspace, what its reader may do, and addresses as they asked for them. */
export interface PageAccess {
  readonly server: Server;
  readonly access: Access;
  readonly url: (path: string) => string;
}

/** For whoever asks for a page with these headers; null when they are not in the workspace. Reads only: nothing that changes is done by a page. */
export async function readPageAccess(headers: Headers, workspaceId: string): Promise<PageAccess | null> {
  const server = runningServer();
  const session = await (await server.auth()).findSession(new Headers(headers));
  const role = session ? await findRole(server.system, workspaceId, session.user.id) : undefined;
  if (!session || role === undefined) return null;
  return {
    server: serverOf(server, workspaceId),
    access: { workspaceId, keyId: null, userId: session.user.id, permissions: ROLE_PERMISSIONS[role], workflows: "all" },
    url: urlsFor(new Request("http://127.0.0.1", { headers: new Headers(headers) })),
  };
}
