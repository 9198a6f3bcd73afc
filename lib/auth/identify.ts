import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import { ROLE_PERMISSIONS } from "../keys/access.ts";
import { authenticate } from "../keys/authenticate.ts";
import type { Server } from "../running-server.ts";
import { findRole } from "../workspaces/store.ts";
import type { SessionUser } from "./auth.ts";
import { requireOwnPage } from "./own-origin.ts";

/** How a page says which workspace a call is about. No page of another site can send it. */
export const WORKSPACE_HEADER = "x-weft-workspace";
const WORKSPACE_ID = /^wsp_[A-Za-z0-9_-]{1,60}$/;

type Identifying = Pick<Server, "system" | "auth">;

/** Finds what a caller may touch, by key or by session and named workspace. Throws `unauthorized`, and `not_found` for a workspace they are not in. */
export async function identify(server: Identifying, request: Request): Promise<Access> {
  if (request.headers.has("authorization")) return authenticate(server, request);
  const workspaceId = request.headers.get(WORKSPACE_HEADER);
  // Without either it is a program that forgot its key.
  if (workspaceId === null && !request.headers.has("cookie")) return authenticate(server, request);
  const user = await identifyPerson(server, request);
  if (workspaceId === null) {
    throw new AppError("bad_request", `The call does not say which workspace it is about.`, { hint: `Send ${WORKSPACE_HEADER}: wsp_….` });
  }
  const role = WORKSPACE_ID.test(workspaceId) ? await findRole(server.system, workspaceId, user.id) : undefined;
  if (role === undefined) {
    throw new AppError("not_found", `You are in no workspace ${workspaceId.slice(0, 80)}.`, { hint: "GET /api/me lists yours." });
  }
  return { workspaceId, keyId: null, userId: user.id, permissions: ROLE_PERMISSIONS[role], workflows: "all" };
}

/** Who is signed in at the browser that sent this. Throws `unauthorized` when nobody is, and `forbidden` when the call is not a page's own. */
export async function identifyPerson(server: Pick<Server, "auth">, request: Request): Promise<SessionUser> {
  const session = request.headers.has("cookie") ? await (await server.auth()).findSession(request.headers) : null;
  if (!session)
    throw new AppError("unauthorized", "Nobody is signed in.", { hint: "Sign in, or send Authorization: Bearer weft_… with an API key." });
  requireOwnPage(request);
  return session.user;
}
