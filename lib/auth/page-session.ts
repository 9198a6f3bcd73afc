import type { WorkspaceSummary } from "../api/workspace-schemas.ts";
import { runningServer } from "../running-server.ts";
import { selectWorkspacesOf } from "../workspaces/store.ts";
import type { AuthFeatures } from "./auth.ts";
import { letsStrangersIn } from "./client-address.ts";

export interface PageSession {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly isAnonymous: boolean;
    readonly image?: string;
  };
  /** By name. */
  readonly workspaces: readonly WorkspaceSummary[];
}

/** Who looks at a page, from its request's headers; null for a stranger, whom `/api/enter` lets in or leads to the sign-in page. */
export async function readSession(headers: Headers): Promise<PageSession | null> {
  const server = runningServer();
  const session = await (await server.auth()).findSession(new Headers(headers));
  if (!session) return null;
  const { id, name, email, isAnonymous, image } = session.user;
  const workspaces = await selectWorkspacesOf(server.system, id);
  return { user: { id, name, email, isAnonymous, ...(image === null ? {} : { image }) }, workspaces };
}

/** The ways in that this server offers to whoever asks with these headers: what the sign-in page shows. */
export async function readSignInMethods(headers: Headers): Promise<AuthFeatures & { readonly anonymous: boolean }> {
  const auth = await runningServer().auth();
  return { ...auth.features, anonymous: letsStrangersIn(headers) };
}
