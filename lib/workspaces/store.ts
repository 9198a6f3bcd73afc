import { and, asc, count, desc, eq, gt, inArray, lt, or, sql } from "drizzle-orm";
import { z } from "zod";
import { type Role, role as roleSchema } from "../api/workspace-schemas.ts";
import type { Database } from "../db/index.ts";
import { auditLog, invitations, members, runs, workspaces } from "../db/schema/index.ts";
import { prepareOnce } from "../db/prepare-once.ts";
import type { WorkspaceSettings } from "./workspace-settings.ts";
import { workspaceSettingsSchema } from "./workspace-settings.ts";

type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** True when the database answers and holds the workspace: it is up, and migrated. */
export async function canQuery(database: Database, workspaceId: string): Promise<boolean> {
  const rows = await database.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, workspaceId));
  return rows.length === 1;
}

/** What a workspace has chosen; throws when it does not exist. */
export async function findSettings(database: Database, workspaceId: string): Promise<WorkspaceSettings> {
  const [row] = await database.select({ settings: workspaces.settings }).from(workspaces).where(eq(workspaces.id, workspaceId));
  return workspaceSettingsSchema.parse(row?.settings);
}

/** Changes those settings that are given, in one step, and gives all. */
export async function saveSettings(
  database: Database,
  workspaceId: string,
  changes: Partial<WorkspaceSettings>,
): Promise<WorkspaceSettings> {
  const [row] = await database
    .update(workspaces)
    .set({ settings: sql`(${workspaces.settings}::jsonb || ${JSON.stringify(changes)}::jsonb)::json` })
    .where(eq(workspaces.id, workspaceId))
    .returning({ settings: workspaces.settings });
  return workspaceSettingsSchema.parse(row?.settings);
}

export interface WorkspaceRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

export interface MemberRow {
  readonly userId: string;
  readonly role: Role;
  readonly createdAt: Date;
}

export async function findWorkspaceName(database: Database, workspaceId: string): Promise<string | undefined> {
  const [row] = await database.select({ name: workspaces.name }).from(workspaces).where(eq(workspaces.id, workspaceId));
  return row?.name;
}

/** A workspace and its first owner, both or neither. */
export async function insertWorkspace(database: Database, workspace: { id: string; name: string }, ownerId: string): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.insert(workspaces).values(workspace);
    await tx.insert(members).values({ workspaceId: workspace.id, userId: ownerId, role: "owner" });
  });
}

export async function updateWorkspaceName(database: Database, workspaceId: string, name: string): Promise<void> {
  await database.update(workspaces).set({ name }).where(eq(workspaces.id, workspaceId));
}

export async function deleteWorkspaceRow(database: Database, workspaceId: string): Promise<void> {
  await database.delete(workspaces).where(eq(workspaces.id, workspaceId));
}

export async function countActiveRuns(database: Database, workspaceId: string): Promise<number> {
  const active = and(eq(runs.workspaceId, workspaceId), inArray(runs.status, ["pending", "running", "waiting"]));
  const [row] = await database.select({ runs: count() }).from(runs).where(active);
  return row?.runs ?? 0;
}

/** Every call of a page asks this: prepared once a database. */
const findRoleOf = prepareOnce((database) =>
  database
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.workspaceId, sql.placeholder("workspaceId")), eq(members.userId, sql.placeholder("userId"))))
    .limit(1)
    .prepare("find_role"),
);

/** What a person is in a workspace; undefined when they are not in it. */
export async function findRole(database: Database, workspaceId: string, userId: string): Promise<Role | undefined> {
  const [row] = await findRoleOf(database).execute({ workspaceId, userId });
  return row && roleSchema.parse(row.role);
}

/** The workspaces a person is in, by name. */
export async function selectWorkspacesOf(database: Database, userId: string): Promise<WorkspaceRow[]> {
  const rows = await database
    .select({ id: workspaces.id, name: workspaces.name, role: members.role })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(eq(members.userId, userId))
    .orderBy(asc(workspaces.name), asc(workspaces.id));
  return rows.map((row) => ({ ...row, role: roleSchema.parse(row.role) }));
}

/** Oldest first. */
export async function selectMembers(database: Database, workspaceId: string): Promise<MemberRow[]> {
  const rows = await database.select().from(members).where(eq(members.workspaceId, workspaceId)).orderBy(asc(members.createdAt));
  return rows.map((row) => ({ ...row, role: roleSchema.parse(row.role) }));
}

/** The members, while nobody else can change who is one: what is decided on them is still true when it is written. */
export async function lockMembers(tx: Transaction, workspaceId: string): Promise<MemberRow[]> {
  await tx.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, workspaceId)).for("update");
  const rows = await tx.select().from(members).where(eq(members.workspaceId, workspaceId)).orderBy(asc(members.createdAt));
  return rows.map((row) => ({ ...row, role: roleSchema.parse(row.role) }));
}

/** Makes somebody a member, or gives a member this role. */
export async function saveMember(tx: Transaction | Database, workspaceId: string, userId: string, role: Role): Promise<void> {
  await tx
    .insert(members)
    .values({ workspaceId, userId, role })
    .onConflictDoUpdate({ target: [members.workspaceId, members.userId], set: { role } });
}

export async function deleteMember(tx: Transaction, workspaceId: string, userId: string): Promise<void> {
  await tx.delete(members).where(and(eq(members.workspaceId, workspaceId), eq(members.userId, userId)));
}

export interface InvitationRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly email: string;
  readonly role: Role;
  readonly invitedBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const invitationColumns = {
  id: invitations.id,
  workspaceId: invitations.workspaceId,
  email: invitations.email,
  role: invitations.role,
  invitedBy: invitations.invitedBy,
  createdAt: invitations.createdAt,
  expiresAt: invitations.expiresAt,
};

const stillOpen = gt(invitations.expiresAt, sql`now()`);

/** A second invitation of the same address takes the place of the first, whose link then works no more. */
export async function saveInvitation(
  database: Database,
  invitation: Omit<InvitationRow, "createdAt"> & { tokenHash: string },
): Promise<InvitationRow> {
  const { id, role, tokenHash, invitedBy, expiresAt } = invitation;
  const [row] = await database
    .insert(invitations)
    .values(invitation)
    .onConflictDoUpdate({
      target: [invitations.workspaceId, invitations.email],
      set: { id, role, tokenHash, invitedBy, expiresAt, createdAt: sql`now()` },
    })
    .returning(invitationColumns);
  if (!row) throw new Error("An upsert gave no row.");
  return presentInvitation(row);
}

/** Newest first, expired ones left out. */
export async function selectInvitations(database: Database, workspaceId: string): Promise<InvitationRow[]> {
  const open = and(eq(invitations.workspaceId, workspaceId), stillOpen);
  const rows = await database.select(invitationColumns).from(invitations).where(open).orderBy(desc(invitations.createdAt));
  return rows.map(presentInvitation);
}

/** Gives the invitation to whoever asks first, and to nobody after. */
export async function takeInvitation(tx: Transaction, tokenHash: string): Promise<InvitationRow | undefined> {
  const open = and(eq(invitations.tokenHash, tokenHash), stillOpen);
  const [row] = await tx.delete(invitations).where(open).returning(invitationColumns);
  return row && presentInvitation(row);
}

/** The address that was invited; undefined when there was no such invitation. */
export async function deleteInvitation(database: Database, workspaceId: string, id: string): Promise<string | undefined> {
  const mine = and(eq(invitations.workspaceId, workspaceId), eq(invitations.id, id));
  const [row] = await database.delete(invitations).where(mine).returning({ email: invitations.email });
  return row?.email;
}

function presentInvitation<Row extends { role: string }>(row: Row): Omit<Row, "role"> & { role: Role } {
  return { ...row, role: roleSchema.parse(row.role) };
}

/** Makes somebody the first owner of a workspace that has no member; false when it has one. */
export async function claimWorkspace(database: Database, workspaceId: string, userId: string): Promise<boolean> {
  return database.transaction(async (tx) => {
    const present = await lockMembers(tx, workspaceId);
    if (present.length > 0) return false;
    await saveMember(tx, workspaceId, userId, "owner");
    return true;
  });
}

const RANK: Readonly<Record<Role, number>> = { viewer: 0, editor: 1, owner: 2 };

/** Gives one person's memberships to another, who keeps the stronger role where both are in. */
export async function moveMemberships(database: Database, from: string, to: string): Promise<void> {
  await database.transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(members)
      .where(or(eq(members.userId, from), eq(members.userId, to)))
      .for("update");
    for (const { workspaceId, role } of rows.filter(({ userId }) => userId === from)) {
      const own = rows.find((row) => row.userId === to && row.workspaceId === workspaceId);
      const [mine, theirs] = [roleSchema.parse(own?.role ?? "viewer"), roleSchema.parse(role)];
      await saveMember(tx, workspaceId, to, RANK[theirs] >= RANK[mine] ? theirs : mine);
      await deleteMember(tx, workspaceId, from);
    }
    await tx.update(auditLog).set({ userId: to }).where(eq(auditLog.userId, from));
  });
}

const storedDetails = z.record(z.string(), z.unknown());

export interface AuditRow {
  readonly id: number;
  readonly at: Date;
  readonly userId: string | null;
  readonly keyId: string | null;
  readonly action: string;
  readonly target: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export async function insertAudit(
  database: Database | Transaction,
  workspaceId: string,
  entry: Omit<AuditRow, "id" | "at">,
): Promise<void> {
  await database.insert(auditLog).values({ workspaceId, ...entry });
}

/** Newest first, before the entry of that number. */
export async function selectAudit(
  database: Database,
  workspaceId: string,
  page: { readonly before?: number | undefined; readonly limit: number },
): Promise<AuditRow[]> {
  const mine = and(eq(auditLog.workspaceId, workspaceId), page.before === undefined ? undefined : lt(auditLog.id, page.before));
  const rows = await database.select().from(auditLog).where(mine).orderBy(desc(auditLog.id)).limit(page.limit);
  return rows.map((row) => ({ ...row, details: storedDetails.parse(row.details) }));
}
