import type { Server } from "../running-server.ts";
import { clientAddress, isFromOwnMachine, letsStrangersIn } from "./client-address.ts";
import { makeOwner, takeOpenToken } from "./open-link.ts";
import { ownOrigin } from "./own-origin.ts";
import { countEntry } from "./sign-in-lock.ts";

const EDITOR = "/";
const SIGN_IN = "/sign-in";

/**
 * A browser's first visit. Whoever is signed in goes on; a stranger is signed in without an account, where that is allowed, and given a
 * workspace; any other stranger goes to the sign-in page. A token of `weft open` makes an owner of the default workspace.
 */
export async function enter(server: Server, request: Request, token?: string): Promise<Response> {
  const { headers } = request;
  ownOrigin(headers.get("host"));
  const auth = await server.auth();
  const session = await auth.findSession(headers);
  if (token !== undefined) {
    await takeOpenToken(server, token);
    const user = session?.user ?? (await auth.createAnonymous(headers));
    await makeOwner(server, user.id);
    return redirect(EDITOR, await auth.openSession(headers, user.id));
  }
  if (session) {
    await auth.settle(session.user, { mayClaim: !session.user.isAnonymous || isFromOwnMachine(headers) });
    return redirect(EDITOR);
  }
  if (!letsStrangersIn(headers)) return redirect(SIGN_IN);
  if (!isFromOwnMachine(headers)) await countEntry(server.system, clientAddress(headers));
  const user = await auth.createAnonymous(headers);
  await auth.settle(user, { mayClaim: isFromOwnMachine(headers) });
  return redirect(EDITOR, await auth.openSession(headers, user.id));
}

function redirect(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ Location: path });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}
