import type { Me } from "../api/workspace-schemas.ts";
import type { Auth, Session } from "../auth/auth.ts";
import type { Server } from "../running-server.ts";
import { selectWorkspacesOf } from "./store.ts";

/** Who is signed in, their workspaces, and what the server can do for them. */
export async function showMe(
  server: Pick<Server, "system">,
  { user }: Session,
  features: Auth["features"] & { readonly anonymous: boolean },
): Promise<Me> {
  return { user, workspaces: await selectWorkspacesOf(server.system, user.id), features };
}
