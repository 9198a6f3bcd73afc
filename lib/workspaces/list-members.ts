import type { Member, Role } from "../api/workspace-schemas.ts";
import { findPeople, type PersonRow } from "../auth/store.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { type MemberRow, selectMembers } from "./store.ts";

const ORDER: Readonly<Record<Role, number>> = { owner: 0, editor: 1, viewer: 2 };

/** Owners first, then as they joined. */
export async function listMembers(server: Pick<Server, "database">, access: Access): Promise<{ members: Member[] }> {
  const rows = await selectMembers(server.database, access.workspaceId);
  const people = await findPeople(
    server.database,
    rows.map(({ userId }) => userId),
  );
  const members = rows.flatMap((row) => {
    const person = people.get(row.userId);
    return person ? [presentMember(row, person, access)] : [];
  });
  return { members: members.toSorted((a, b) => ORDER[a.role] - ORDER[b.role]) };
}

export function presentMember(row: MemberRow, person: PersonRow, access: Access): Member {
  return { user: person, role: row.role, joinedAt: row.createdAt.toISOString(), isYou: row.userId === access.userId };
}
