import { json, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** Who owns everything else: every other table names its workspace. */
export const workspaces = pgTable("workspaces", {
  id: text().primaryKey(),
  name: text().notNull(),
  /** `WorkspaceSettings`; what is not in it has its default. */
  settings: json().notNull().default({}),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
});
