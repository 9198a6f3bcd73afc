import { bigint, index, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";

import { users } from "./people.ts";
import { workspaces } from "./workspaces.ts";

const workspaceId = () =>
  text("workspace_id")
    .notNull()
    .references(() => workspaces.id, { onDelete: "cascade" });

/** Who is in a workspace, and as what. */
export const members = pgTable(
  "members",
  {
    workspaceId: workspaceId(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** owner, editor, viewer */
    role: text().notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.userId] }), index("members_user").on(table.userId)],
);

/** A link by which somebody becomes a member: once, within seven days. It is deleted when it is used. */
export const invitations = pgTable(
  "invitations",
  {
    /** `inv_…` */
    id: text().primaryKey(),
    workspaceId: workspaceId(),
    /** Whom it is for: what people see; the link itself is the proof. */
    email: text().notNull(),
    role: text().notNull(),
    /** SHA-256 of the link's 256 random bits, in hexadecimal. */
    tokenHash: text("token_hash").notNull(),
    /** A user; null for a key or the command. */
    invitedBy: text("invited_by"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  },
  (table) => [uniqueIndex("invitations_token").on(table.tokenHash), uniqueIndex("invitations_email").on(table.workspaceId, table.email)],
);

/** What was changed in members, keys, connections and published versions, and by whom. Only ever added to. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    workspaceId: workspaceId(),
    at: timestamp("at", { withTimezone: true, precision: 3 }).notNull().defaultNow(),
    /** Null for a key, the command line and the server itself. */
    userId: text("user_id"),
    keyId: text("key_id"),
    /** For example `member.invited`. */
    action: text().notNull(),
    /** What it was done to, by the name people know. */
    target: text().notNull(),
    details: jsonb().notNull().default({}),
  },
  (table) => [index("audit_log_newest").on(table.workspaceId, table.id.desc())],
);
