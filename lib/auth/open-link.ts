import { randomBytes } from "node:crypto";
import { DEFAULT_WORKSPACE_ID } from "../workspaces/default-workspace.ts";
import { AppError } from "../errors.ts";
import { hashKey } from "../keys/key-text.ts";
import type { Server } from "../running-server.ts";
import { recordAudit } from "../workspaces/record-audit.ts";
import { local } from "../keys/access.ts";
import { saveMember } from "../workspaces/store.ts";
import { insertOpenLink, takeOpenLink } from "./store.ts";

const LIFETIME_MS = 10 * 60_000;

/** The path of a link that makes the browser that follows it an owner of the default workspace: once, within ten minutes. Only a hash of it is kept. */
export async function makeOpenLink(server: Pick<Server, "system">): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await insertOpenLink(server.system, hashKey(token), new Date(Date.now() + LIFETIME_MS));
  return `/api/enter?token=${token}`;
}

/** Takes such a link's token; throws `not_found` when it is not one, was used or is too old. */
export async function takeOpenToken(server: Pick<Server, "system">, token: string): Promise<void> {
  if (await takeOpenLink(server.system, hashKey(token))) return;
  throw new AppError("not_found", "This link was used already, or is older than ten minutes.", { hint: "Make another one: weft open" });
}

/** What the link gives. */
export async function makeOwner(server: Pick<Server, "system" | "databaseFor">, userId: string): Promise<void> {
  await saveMember(server.system, DEFAULT_WORKSPACE_ID, userId, "owner");
  const database = server.databaseFor(DEFAULT_WORKSPACE_ID);
  await recordAudit({ database }, local(DEFAULT_WORKSPACE_ID), {
    action: "member.added",
    target: userId,
    details: { role: "owner", by: "weft open" },
  });
}
