import type { WorkspaceSummary } from "../api/workspace-schemas.ts";
import { findPeople } from "../auth/store.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import { personOf } from "../keys/access.ts";
import { hashKey } from "../keys/key-text.ts";
import type { Server } from "../running-server.ts";
import { recordAudit } from "./record-audit.ts";
import { findWorkspaceName, lockMembers, saveMember, takeInvitation } from "./store.ts";

/** Joins the workspace of an invitation, once. Whoever has the link was given it; nobody joins without an account, who could not come back. */
export async function acceptInvitation(
  server: Pick<Server, "system" | "databaseFor">,
  access: Access,
  { token }: { readonly token: string },
): Promise<WorkspaceSummary> {
  const userId = personOf(access);
  const person = (await findPeople(server.system, [userId])).get(userId);
  if (!person || person.isAnonymous) {
    throw new AppError("forbidden", "Joining a workspace takes an account.", { hint: "Sign up, or sign in; what you have made is kept." });
  }
  const joined = await server.system.transaction(async (tx) => {
    const invitation = await takeInvitation(tx, hashKey(token));
    if (!invitation) throw noInvitation();
    const members = await lockMembers(tx, invitation.workspaceId);
    const present = members.find((member) => member.userId === userId);
    // An invitation never takes anything away from a member.
    const role = present && present.role !== "viewer" && invitation.role !== "owner" ? present.role : invitation.role;
    await saveMember(tx, invitation.workspaceId, userId, role);
    return { workspaceId: invitation.workspaceId, role };
  });
  const database = server.databaseFor(joined.workspaceId);
  await recordAudit(
    { database },
    { ...access, workspaceId: joined.workspaceId },
    {
      action: "member.joined",
      target: person.name,
      details: { user: userId, role: joined.role },
    },
  );
  return { id: joined.workspaceId, name: (await findWorkspaceName(database, joined.workspaceId)) ?? "", role: joined.role };
}

function noInvitation(): AppError {
  return new AppError("not_found", "This invitation works no more.", {
    hint: "It was used, taken back, or is older than seven days: ask for another.",
  });
}
