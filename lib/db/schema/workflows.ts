import { boolean, index, integer, json, pgTable, primaryKey, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";

import { workspaces } from "./workspaces.ts";

/** A workflow's identity; what it does is in its versions, what is being drawn in its draft. */
export const workflows = pgTable(
  "workflows",
  {
    /** `wfl_…` */
    id: text().primaryKey(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    /** The live version's exported name, before the first publish the draft's; unique in the workspace. Title and description likewise. */
    name: text().notNull(),
    /** Names of former live versions: they go on reaching it until another workflow takes them. */
    formerNames: text("former_names").array().notNull().default([]),
    title: text().notNull().default(""),
    description: text().notNull().default(""),
    /** The version that triggers run; null before the first publish. */
    liveVersionId: text("live_version_id"),
    /** The newest listed version: differs from the live one after a rollback. */
    latestVersionId: text("latest_version_id"),
    /** The graph document being edited; null when it equals the latest version's. */
    draft: json(),
    /** `Outline` of what is being edited; null for a row that an older Weft wrote. */
    outline: json(),
    /** Counts the saves of the draft: who saves says which one it changed. */
    revision: integer().notNull().default(1),
    /** A path such as `sales/orders`; empty at the top. */
    folder: text().notNull().default(""),
    tags: text().array().notNull().default([]),
    /** Of an archived one no trigger fires; its runs stay. */
    archivedAt: timestamp("archived_at", { withTimezone: true }),
    /** The user who saved last; null for a key or the command. */
    updatedBy: text("updated_by"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("workflows_name").on(table.workspaceId, table.name),
    index("workflows_former_names").using("gin", table.formerNames),
  ],
);

/** An immutable publication of a workflow: a run replays its own version for ever. */
export const versions = pgTable(
  "versions",
  {
    /** `ver_…` */
    id: text().primaryKey(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    workflowId: text("workflow_id")
      .notNull()
      .references(() => workflows.id, { onDelete: "cascade" }),
    /** 1, 2, 3 … within the workflow. */
    number: integer().notNull(),
    /** False for the version that a draft's test run publishes. */
    listed: boolean().notNull().default(true),
    graph: json().notNull(),
    /** Of the canonical document alone; null for a row that an older Weft wrote. */
    graphHash: text("graph_hash"),
    source: text().notNull(),
    runtime: text().notNull(),
    bundle: text().notNull(),
    /** Of the bundle; with the workflow's name it names the workflow to the SDK: `weft/<name>/<sha256>`. */
    sha256: text().notNull(),
    exportName: text("export_name").notNull(),
    /** `RuntimeStep[]` */
    steps: json().notNull(),
    /** node id → `{ kind, label }` */
    nodes: json().notNull(),
    /** The names of workspace variables that the code reads. */
    variables: json().notNull().default([]),
    sdkVersion: text("sdk_version").notNull(),
    catalogHash: text("catalog_hash").notNull(),
    /** What whoever published it said of it. */
    note: text().notNull().default(""),
    /** The user who published it; null for a key or the command. */
    createdBy: text("created_by"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("versions_sha256").on(table.workflowId, table.sha256, table.listed),
    uniqueIndex("versions_number").on(table.workflowId, table.number),
  ],
);

/** An output that test runs of a draft take for a node's, instead of running it. */
export const pins = pgTable(
  "pins",
  {
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    workflowId: text("workflow_id")
      .notNull()
      .references(() => workflows.id, { onDelete: "cascade" }),
    /** The node's id; follows a rename in the draft that is saved with it. */
    node: text().notNull(),
    output: json().notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workflowId, table.node] })],
);

/** A link under which anybody may look at a version, scrubbed. */
export const shares = pgTable(
  "shares",
  {
    /** `shr_…` */
    id: text().primaryKey(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    workflowId: text("workflow_id")
      .notNull()
      .references(() => workflows.id, { onDelete: "cascade" }),
    /** Hex SHA-256 of the link's 192 random bits. */
    tokenHash: text("token_hash").notNull(),
    /** The scrubbed document as it was when it was shared. */
    graph: json().notNull(),
    /** The module that the scrubbed document becomes; empty when it has errors. */
    source: text().notNull().default(""),
    createdBy: text("created_by"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    revokedAt: timestamp("revoked_at", { withTimezone: true }),
  },
  (table) => [uniqueIndex("shares_token").on(table.tokenHash), index("shares_workflow").on(table.workflowId)],
);
