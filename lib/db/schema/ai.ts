import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, json, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";

import { sealed } from "./sealed.ts";
import { workspaces } from "./workspaces.ts";

const workspaceId = () =>
  text("workspace_id")
    .notNull()
    .references(() => workspaces.id, { onDelete: "cascade" });

/** Which model a workspace asks, and how much of it: one row a workspace, none before anybody chose. */
export const aiSettings = pgTable(
  "ai_settings",
  {
    /** `ais_…` */
    id: text().primaryKey(),
    workspaceId: workspaceId(),
    /** Null: what the environment says. */
    provider: text(),
    model: text(),
    /** Null: the provider's own address. */
    baseUrl: text("base_url"),
    /** The key, bound to provider and address; null without one. */
    ciphertext: sealed(),
    keyId: text("key_id"),
    /** `AiLimits`; what is not in it has its default. */
    limits: json().notNull().default({}),
    /** `AiPrice`, given by an owner. */
    price: json(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [uniqueIndex("ai_settings_workspace").on(table.workspaceId), index("ai_settings_key").on(table.keyId)],
);

/** One call of a model. Until it is settled it counts as all that it may use, so that a process that dies leaves nothing uncounted. */
export const aiCalls = pgTable(
  "ai_calls",
  {
    /** `aic_…` */
    id: text().primaryKey(),
    workspaceId: workspaceId(),
    at: timestamp({ withTimezone: true, precision: 3 }).notNull().defaultNow(),
    /** Null for a key and the command line. */
    userId: text("user_id"),
    /** `generate`, `explain`, `code`, `expression`, `payload` or `test`. */
    task: text().notNull(),
    provider: text().notNull(),
    model: text().notNull(),
    inputTokens: bigint("input_tokens", { mode: "number" }).notNull(),
    outputTokens: bigint("output_tokens", { mode: "number" }).notNull(),
    /** Millionths of a US dollar; null for a model without a price. */
    cost: bigint({ mode: "number" }),
    settled: boolean().notNull().default(false),
  },
  (table) => [
    index("ai_calls_workspace").on(table.workspaceId, table.at),
    // A negative count would give budget back.
    check("ai_calls_counts", sql`${table.inputTokens} >= 0 and ${table.outputTokens} >= 0 and ${table.cost} >= 0`),
  ],
);
