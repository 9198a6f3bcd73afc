import { boolean, index, json, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";

import { workflows } from "./workflows.ts";
import { workspaces } from "./workspaces.ts";

/** What starts the live version of a workflow: at most one a workflow, replaced by each publish. */
export const triggers = pgTable(
  "triggers",
  {
    workflowId: text("workflow_id")
      .primaryKey()
      .references(() => workflows.id, { onDelete: "cascade" }),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    /** manual, http, schedule, event */
    on: text().notNull(),
    /** The trigger node's config. */
    config: json().notNull(),
    enabled: boolean().notNull().default(true),
    /** When a schedule fires next: written by publishing, then by the engine each time it fires. */
    nextFireAt: timestamp("next_fire_at", { withTimezone: true, precision: 3 }),
    lastFiredAt: timestamp("last_fired_at", { withTimezone: true, precision: 3 }),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index("triggers_due")
      .on(table.nextFireAt)
      .where(sql`enabled and next_fire_at is not null`),
  ],
);
