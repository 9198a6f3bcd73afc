import { randomBytes } from "node:crypto";
import type { Invitation, NewInvitation, Role } from "../api/workspace-schemas.ts";
import { findPeople } from "../auth/store.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import { hashKey } from "../keys/key-text.ts";
import { newId } from "../new-id.ts";
import type { Server } from "../running-server.ts";
import { recordAudit } from "./record-audit.ts";
import { deleteInvitation, findWorkspaceName, type InvitationRow, saveInvitation, selectInvitations, selectMembers } from "./store.ts";

const LIFETIME_MS = 7 * 86_400_000;

/** Where the link of an invitation leads; the page asks people to sign in and calls `POST /api/invitations/accept`. */
function invitationPath(token: string): string {
  return `/invitations/${token}`;
}

/** Invites an address; an earlier invitation of it works no more. The link is mailed, or given to whoever invites to pass on. */
export async function createInvitation(
  server: Pick<Server, "database" | "auth">,
  access: Access,
  input: { readonly email: string; readonly role: Role },
  url: (path: string) => string,
): Promise<NewInvitation> {
  const email = input.email.toLowerCase();
  const { workspaceId } = access;
  const members = await selectMembers(server.database, workspaceId);
  const people = await findPeople(
    server.database,
    members.map(({ userId }) => userId),
  );
  if ([...people.values()].some((person) => person.email === email)) {
    throw new AppError("conflict", `${email} is a member already.`, { hint: "Change their role in the list of members." });
  }
  const token = randomBytes(32).toString("base64url");
  const row = await saveInvitation(server.database, {
    id: newId("inv"),
    workspaceId,
    email,
    role: input.role,
    tokenHash: hashKey(token),
    invitedBy: access.userId,
    expiresAt: new Date(Date.now() + LIFETIME_MS),
  });
  await recordAudit(server, access, { action: "member.invited", target: email, details: { role: input.role } });
  const by = access.userId === null ? null : (people.get(access.userId)?.name ?? null);
  const link = url(invitationPath(token));
  const auth = await server.auth();
  if (auth.features.mail) {
    const workspace = (await findWorkspaceName(server.database, workspaceId)) ?? "a workspace";
    await auth.sendInvitation({ email, workspace, by: by ?? "Somebody", url: link });
  }
  return { ...presentInvitation(row, by), mailed: auth.features.mail, url: auth.features.mail ? null : link };
}

/** Those that still work, newest first. */
export async function listInvitations(server: Pick<Server, "database">, access: Access): Promise<{ invitations: Invitation[] }> {
  const rows = await selectInvitations(server.database, access.workspaceId);
  const people = await findPeople(
    server.database,
    rows.flatMap(({ invitedBy }) => invitedBy ?? []),
  );
  return { invitations: rows.map((row) => presentInvitation(row, people.get(row.invitedBy ?? "")?.name ?? null)) };
}

export async function revokeInvitation(
  server: Pick<Server, "database">,
  access: Access,
  id: string,
): Promise<{ id: string; revoked: true }> {
  const email = await deleteInvitation(server.database, access.workspaceId, id);
  if (email === undefined) throw new AppError("not_found", `There is no invitation ${id}.`, { hint: "It may have been accepted." });
  await recordAudit(server, access, { action: "member.invitation-revoked", target: email });
  return { id, revoked: true };
}

function presentInvitation(row: InvitationRow, invitedBy: string | null): Invitation {
  const { id, email, role } = row;
  return { id, email, role, invitedBy, createdAt: row.createdAt.toISOString(), expiresAt: row.expiresAt.toISOString() };
}
