import type { Server } from "../running-server.ts";
import type { People } from "./present.ts";

/** Names of the people with these ids, of whatever workspace they are now. */
export async function findPeople(_server: Pick<Server, "database">, _ids: readonly (string | null)[]): Promise<People> {
  return new Map();
}
