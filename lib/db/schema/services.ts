import { integer, json, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";

import { workspaces } from "./workspaces.ts";

/** A REST service that a workspace describes itself. */
export const services = pgTable(
  "services",
  {
    /** `svc_…` */
    id: text().primaryKey(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    /** The first half of its actions' kinds; unique in the workspace. */
    name: text().notNull(),
    /** 1, and one more with each change. */
    version: integer().notNull(),
    /** `ServiceDefinition` */
    definition: json().notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [uniqueIndex("services_name").on(table.workspaceId, table.name)],
);
