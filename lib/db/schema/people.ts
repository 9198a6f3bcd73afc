import { bigint, boolean, index, integer, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";

// The tables that Better Auth reads and writes, named by its models' fields. They belong to no workspace.

const at = (name: string) => timestamp(name, { withTimezone: true });

/** Whoever signs in, with an account or (still) without one. */
export const users = pgTable("users", {
  id: text().primaryKey(),
  name: text().notNull(),
  /** In lower case; of somebody anonymous, a made-up one. */
  email: text().notNull().unique(),
  emailVerified: boolean("email_verified").notNull().default(false),
  image: text(),
  isAnonymous: boolean("is_anonymous").notNull().default(false),
  twoFactorEnabled: boolean("two_factor_enabled").notNull().default(false),
  createdAt: at("created_at").notNull().defaultNow(),
  updatedAt: at("updated_at").notNull().defaultNow(),
});

const userId = () =>
  text("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** A browser that is signed in. */
export const sessions = pgTable(
  "sessions",
  {
    id: text().primaryKey(),
    userId: userId(),
    token: text().notNull().unique(),
    expiresAt: at("expires_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (table) => [index("sessions_user").on(table.userId)],
);

/** A way in: a password, or an account elsewhere. */
export const accounts = pgTable(
  "accounts",
  {
    id: text().primaryKey(),
    userId: userId(),
    providerId: text("provider_id").notNull(),
    accountId: text("account_id").notNull(),
    /** Argon2id. */
    password: text(),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: at("access_token_expires_at"),
    refreshTokenExpiresAt: at("refresh_token_expires_at"),
    scope: text(),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (table) => [index("accounts_user").on(table.userId), uniqueIndex("accounts_provider").on(table.providerId, table.accountId)],
);

/** Short-lived: mail addresses to verify, passwords to reset, sign-ins under way. */
export const verifications = pgTable(
  "verifications",
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: at("expires_at").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (table) => [index("verifications_identifier").on(table.identifier)],
);

/** The secret of a person's authenticator app, and their recovery codes, both sealed by Better Auth. */
export const twoFactors = pgTable(
  "two_factors",
  {
    id: text().primaryKey(),
    userId: userId(),
    secret: text().notNull(),
    backupCodes: text("backup_codes").notNull(),
    verified: boolean().notNull().default(true),
    failedVerificationCount: integer("failed_verification_count").notNull().default(0),
    lockedUntil: at("locked_until"),
  },
  (table) => [index("two_factors_user").on(table.userId)],
);

export const passkeys = pgTable(
  "passkeys",
  {
    id: text().primaryKey(),
    userId: userId(),
    name: text(),
    publicKey: text("public_key").notNull(),
    credentialID: text("credential_id").notNull(),
    counter: integer().notNull(),
    deviceType: text("device_type").notNull(),
    backedUp: boolean("backed_up").notNull(),
    transports: text(),
    aaguid: text(),
    createdAt: at("created_at").defaultNow(),
  },
  (table) => [index("passkeys_user").on(table.userId), index("passkeys_credential").on(table.credentialID)],
);

/** How often an address has asked for what. */
export const rateLimits = pgTable("rate_limits", {
  id: text().primaryKey(),
  key: text().notNull().unique(),
  count: integer().notNull(),
  /** Milliseconds since 1970. */
  lastRequest: bigint("last_request", { mode: "number" }).notNull(),
});

/** Passwords tried: for each account and address, and for each account from anywhere. */
export const signInAttempts = pgTable("sign_in_attempts", {
  /** SHA-256 of what it counts for, so that no list of tried addresses is kept. */
  id: text().primaryKey(),
  count: integer().notNull(),
  /** When it counts from one again. */
  until: at("until").notNull(),
});

/** A link of `weft open`: whoever follows it can read the data folder. */
export const openLinks = pgTable("open_links", {
  /** SHA-256 of the link's 256 random bits, in hexadecimal. */
  hash: text().primaryKey(),
  expiresAt: at("expires_at").notNull(),
});
