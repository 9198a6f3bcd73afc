import { index, jsonb, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";

import { workspaces } from "./workspaces.ts";

/** Keys that callers present; only their SHA-256 is kept. */
export const apiKeys = pgTable(
  "api_keys",
  {
    /** `key_…` */
    id: text().primaryKey(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** The first characters, to recognise a key by. */
    prefix: text().notNull(),
    /** Hex SHA-256 of the whole key. */
    hash: text().notNull(),
    /** `{ kind: "admin" }`, `{ kind: "all" }` or `{ kind: "workflows", workflows: [ids] }` */
    scope: jsonb().notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    lastUsedAt: timestamp("last_used_at", { withTimezone: true }),
    revokedAt: timestamp("revoked_at", { withTimezone: true }),
  },
  (table) => [uniqueIndex("api_keys_hash").on(table.hash), index("api_keys_workspace").on(table.workspaceId)],
);
