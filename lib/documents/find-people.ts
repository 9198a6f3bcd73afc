import { findPeople as findRows } from "../auth/store.ts";
import type { Server } from "../running-server.ts";
import type { People } from "./present.ts";

/** Names of the people with these ids; whoever is gone is left out. */
export async function findPeople(server: Pick<Server, "system">, ids: readonly (string | null)[]): Promise<People> {
  const people = await findRows(
    server.system,
    ids.filter((id) => id !== null),
  );
  return new Map([...people].map(([id, { name }]) => [id, name]));
}
