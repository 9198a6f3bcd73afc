import { DEFAULT_WORKSPACE_ID } from "../workspaces/default-workspace.ts";
import { newId } from "../new-id.ts";
import type { Server } from "../running-server.ts";
import { seedWorkspace } from "../workspaces/seed-workspace.ts";
import { claimWorkspace, insertWorkspace, moveMemberships, selectWorkspacesOf } from "../workspaces/store.ts";
import { moveAuthorship } from "./store.ts";

interface Newcomer {
  readonly id: string;
  readonly name: string;
  readonly isAnonymous: boolean;
}

/**
 * Sees to it that somebody who has come in has a workspace: the server's default one when it is still nobody's and `mayClaim`, else one of
 * their own with the examples in it. Does nothing for a member of any.
 */
export async function settlePerson(server: Server, person: Newcomer, options: { readonly mayClaim: boolean }): Promise<void> {
  if ((await selectWorkspacesOf(server.system, person.id)).length > 0) return;
  if (options.mayClaim && (await claimWorkspace(server.system, DEFAULT_WORKSPACE_ID, person.id))) return;
  const id = newId("wsp");
  await insertWorkspace(
    server.system,
    { id, name: person.isAnonymous ? "My workspace" : `${person.name.slice(0, 60)}'s workspace` },
    person.id,
  );
  // A workspace without examples is better than none.
  await seedWorkspace(server, id, person.id).catch((error: unknown) => console.error(`The examples were not put into ${id}:`, error));
}

/** Keeps what an anonymous person has for the account they turned out to have. */
export async function keepForAccount(server: Pick<Server, "system">, anonymousId: string, userId: string): Promise<void> {
  await moveMemberships(server.system, anonymousId, userId);
  await moveAuthorship(server.system, anonymousId, userId);
}
