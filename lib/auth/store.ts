import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { and, eq, gt, inArray, lt, sql } from "drizzle-orm";
import type { Database } from "../db/index.ts";
import {
  accounts,
  openLinks,
  passkeys,
  rateLimits,
  sessions,
  shares,
  signInAttempts,
  twoFactors,
  users,
  verifications,
  versions,
  workflows,
} from "../db/schema/index.ts";

/** The tables of people, as Better Auth reads and writes them. */
export function authTables(database: Database) {
  return drizzleAdapter(database, {
    provider: "pg",
    transaction: true,
    schema: {
      user: users,
      session: sessions,
      account: accounts,
      verification: verifications,
      twoFactor: twoFactors,
      passkey: passkeys,
      rateLimit: rateLimits,
    },
  });
}

/**
 * Counts one more attempt under `id` and gives how many there were since its time began, and when that ends. One statement, so that
 * attempts at the same moment are all counted, in every process.
 */
export async function countAttempt(database: Database, id: string, windowMs: number): Promise<{ count: number; until: Date }> {
  const until = sql`now() + ${`${windowMs} milliseconds`}::interval`;
  const [row] = await database
    .insert(signInAttempts)
    .values({ id, count: 1, until })
    .onConflictDoUpdate({
      target: signInAttempts.id,
      set: {
        count: sql`case when ${signInAttempts.until} <= now() then 1 else ${signInAttempts.count} + 1 end`,
        until: sql`case when ${signInAttempts.until} <= now() then excluded.until else ${signInAttempts.until} end`,
      },
    })
    .returning({ count: signInAttempts.count, until: signInAttempts.until });
  if (!row) throw new Error("An upsert gave no row.");
  return row;
}

export async function forgetAttempts(database: Database, id: string): Promise<void> {
  await database.delete(signInAttempts).where(eq(signInAttempts.id, id));
  await database.delete(signInAttempts).where(lt(signInAttempts.until, sql`now() - interval '1 day'`));
}

export async function insertOpenLink(database: Database, hash: string, expiresAt: Date): Promise<void> {
  await database.delete(openLinks).where(lt(openLinks.expiresAt, sql`now()`));
  await database.insert(openLinks).values({ hash, expiresAt });
}

/** True once for a link that has not expired. */
export async function takeOpenLink(database: Database, hash: string): Promise<boolean> {
  const rows = await database
    .delete(openLinks)
    .where(and(eq(openLinks.hash, hash), gt(openLinks.expiresAt, sql`now()`)))
    .returning({ hash: openLinks.hash });
  return rows.length > 0;
}

/** A person as others in their workspaces see them. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly image: string | null;
  readonly isAnonymous: boolean;
}

/** By id; whoever is gone is left out. */
export async function findPeople(database: Database, ids: readonly string[]): Promise<Map<string, PersonRow>> {
  if (ids.length === 0) return new Map();
  const rows = await database
    .select({ id: users.id, name: users.name, email: users.email, image: users.image, isAnonymous: users.isAnonymous })
    .from(users)
    .where(inArray(users.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Says that what `from` drew, published and shared was by `to`. */
export async function moveAuthorship(database: Database, from: string, to: string): Promise<void> {
  await database.update(workflows).set({ updatedBy: to }).where(eq(workflows.updatedBy, from));
  await database.update(versions).set({ createdBy: to }).where(eq(versions.createdBy, from));
  await database.update(shares).set({ createdBy: to }).where(eq(shares.createdBy, from));
}
