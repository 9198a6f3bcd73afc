import { index, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";

import { sealed } from "./sealed.ts";
import { workspaces } from "./workspaces.ts";

/** What `env.NAME` reads in a workspace's workflows: a plain one has a value, a secret one a ciphertext. */
export const variables = pgTable(
  "variables",
  {
    /** `var_…` */
    id: text().primaryKey(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    name: text().notNull(),
    value: text(),
    ciphertext: sealed(),
    keyId: text("key_id"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [uniqueIndex("variables_name").on(table.workspaceId, table.name), index("variables_key").on(table.keyId)],
);
