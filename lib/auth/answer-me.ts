import { apiHeaders } from "../api/headers.ts";
import type { Access } from "../keys/access.ts";
import { personOf } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { showMe } from "../workspaces/show-me.ts";
import { letsStrangersIn } from "./client-address.ts";

/** Answers who is signed in, and lets the session last longer from now on. */
export async function answerMe(server: Server, headers: Headers): Promise<Response> {
  const auth = await server.auth();
  const renewed = await auth.renewSession(headers);
  // It was there when the call was admitted.
  if (!renewed) throw new Error("The session ended while it was answered.");
  const features = { ...auth.features, anonymous: letsStrangersIn(headers) };
  return answer(await showMe(server, renewed.session, features), renewed.cookies);
}

/** Answers what gave its caller new rights, and gives their browser a new session: whatever knew the old one gets none of them. */
export async function answerInAnotherSession(
  server: Server,
  access: Access,
  headers: Headers,
  result: Promise<unknown>,
): Promise<Response> {
  const body = await result;
  const auth = await server.auth();
  return answer(body, await auth.openSession(headers, personOf(access)));
}

function answer(body: unknown, cookies: readonly string[]): Response {
  const headers = apiHeaders();
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return Response.json(body, { headers });
}
