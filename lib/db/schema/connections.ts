import { sql } from "drizzle-orm";
import { boolean, index, json, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";

import { sealed } from "./sealed.ts";
import { workspaces } from "./workspaces.ts";

/** A named credential of a workspace. Everything that must stay secret is in `ciphertext`. */
export const connections = pgTable(
  "connections",
  {
    /** `con_…` */
    id: text().primaryKey(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    /** How nodes name it; unique in the workspace. */
    alias: text().notNull(),
    /** The plugin whose credential it holds; never changes, since the ciphertext is bound to it. */
    service: text().notNull(),
    label: text().notNull().default(""),
    /** `fields`: what a person typed. `oauth2`: a token that is fetched and renewed. */
    kind: text().notNull(),
    /** `ConnectionSecrets` as JSON, sealed. */
    ciphertext: sealed().notNull(),
    /** Of the key ring: which key sealed it. */
    keyId: text("key_id").notNull(),
    /** What the authorization server granted; empty before that and for fields. */
    scopes: json().notNull().default([]),
    /** Of the access token; null when it does not expire or there is none. */
    expiresAt: timestamp("expires_at", { withTimezone: true, precision: 3 }),
    /** `ready`, `unauthorized`, `needs_reauthorization` or `failing`. */
    status: text().notNull(),
    lastError: text("last_error"),
    /** Whom the last successful test found behind it. */
    account: text(),
    /** What nodes of its service use that name no connection. */
    isDefault: boolean("is_default").notNull().default(false),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
    /** To the minute. */
    lastUsedAt: timestamp("last_used_at", { withTimezone: true }),
    testedAt: timestamp("tested_at", { withTimezone: true }),
  },
  (table) => [
    uniqueIndex("connections_alias").on(table.workspaceId, table.alias),
    uniqueIndex("connections_default")
      .on(table.workspaceId, table.service)
      .where(sql`is_default`),
    index("connections_key").on(table.keyId),
  ],
);

/** An authorization that a person has begun and not yet come back from: used once, ten minutes at most. */
export const authorizations = pgTable(
  "authorizations",
  {
    /** `aut_…` */
    id: text().primaryKey(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    connectionId: text("connection_id")
      .notNull()
      .references(() => connections.id, { onDelete: "cascade" }),
    /** SHA-256 of the `state` parameter, in hexadecimal. */
    stateHash: text("state_hash").notNull(),
    /** SHA-256 of the cookie of the browser that began it; null when none did. */
    browserHash: text("browser_hash"),
    /** The PKCE verifier, sealed. */
    ciphertext: sealed().notNull(),
    keyId: text("key_id").notNull(),
    redirectUri: text("redirect_uri").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp("expires_at", { withTimezone: true, precision: 3 }).notNull(),
  },
  (table) => [
    uniqueIndex("authorizations_state").on(table.stateHash),
    index("authorizations_connection").on(table.connectionId),
    index("authorizations_key").on(table.keyId),
  ],
);
