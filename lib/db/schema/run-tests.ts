import { json, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { workflows } from "./workflows.ts";
import { workspaces } from "./workspaces.ts";

/** A finished run that a workflow's draft must repeat before it is published. */
export const runTests = pgTable(
  "run_tests",
  {
    /** `tst_…` */
    id: text().primaryKey(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    workflowId: text("workflow_id")
      .notNull()
      .references(() => workflows.id, { onDelete: "cascade" }),
    /** The run it was made of, which may be gone. */
    runId: text("run_id").notNull(),
    /** `RecordedRun`: without secrets. */
    recorded: json().notNull(),
    createdBy: text("created_by"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [uniqueIndex("run_tests_run").on(table.workflowId, table.runId)],
);
