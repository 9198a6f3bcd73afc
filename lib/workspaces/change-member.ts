import type { Member, Role } from "../api/workspace-schemas.ts";
import { findPeople } from "../auth/store.ts";
import { AppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { presentMember } from "./list-members.ts";
import { recordAudit } from "./record-audit.ts";
import { deleteMember, lockMembers, type MemberRow, saveMember } from "./store.ts";

/** Gives a member another role, from their next call on. Throws `conflict` when no owner would be left. */
export async function changeMember(
  server: Pick<Server, "database">,
  access: Access,
  userId: string,
  { role }: { readonly role: Role },
): Promise<Member> {
  const row = await server.database.transaction(async (tx) => {
    const found = requireMember(await lockMembers(tx, access.workspaceId), userId, { staysOwner: role === "owner" });
    await saveMember(tx, access.workspaceId, userId, role);
    return found;
  });
  const person = (await findPeople(server.database, [userId])).get(userId);
  if (!person) throw noMember(userId);
  await recordAudit(server, access, { action: "member.changed", target: person.name, details: { user: userId, from: row.role, to: role } });
  return presentMember({ ...row, role }, person, access);
}

/** Removes a member, which takes an owner, or leaves. Throws `conflict` when no owner would be left. */
export async function removeMember(
  server: Pick<Server, "database">,
  access: Access,
  userId: string,
): Promise<{ user: string; removed: true }> {
  const isLeaving = userId === access.userId;
  if (!isLeaving && !access.permissions.has("manage")) {
    throw new AppError("forbidden", "You may leave this workspace, and not remove others.", { hint: "Ask an owner." });
  }
  const person = (await findPeople(server.database, [userId])).get(userId);
  await server.database.transaction(async (tx) => {
    requireMember(await lockMembers(tx, access.workspaceId), userId, { staysOwner: false });
    await deleteMember(tx, access.workspaceId, userId);
  });
  const action = isLeaving ? "member.left" : "member.removed";
  await recordAudit(server, access, { action, target: person?.name ?? userId, details: { user: userId } });
  return { user: userId, removed: true };
}

function requireMember(members: readonly MemberRow[], userId: string, after: { readonly staysOwner: boolean }): MemberRow {
  const found = members.find((member) => member.userId === userId);
  if (!found) throw noMember(userId);
  const others = members.filter((member) => member.role === "owner" && member.userId !== userId);
  if (after.staysOwner || others.length > 0 || found.role !== "owner") return found;
  throw new AppError("conflict", "A workspace needs an owner, and this is its only one.", { hint: "Make somebody else an owner first." });
}

function noMember(userId: string): AppError {
  return new AppError("not_found", `Nobody with the id ${userId} is in this workspace.`, { hint: "GET /api/members lists who is." });
}
