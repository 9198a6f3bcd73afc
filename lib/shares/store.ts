import { and, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../db/index.ts";
import { shares } from "../db/schema/index.ts";

export interface ShareRow {
  readonly id: string;
  readonly createdBy: string | null;
  readonly createdAt: Date;
}

export interface NewShare {
  readonly id: string;
  readonly workspaceId: string;
  readonly workflowId: string;
  readonly tokenHash: string;
  readonly graph: unknown;
  readonly source: string;
  readonly createdBy: string | null;
}

const columns = { id: shares.id, createdBy: shares.createdBy, createdAt: shares.createdAt };
const storedGraph = z.looseObject({ title: z.string().optional(), description: z.string().optional() });

export async function insertShare(database: Database, share: NewShare): Promise<ShareRow> {
  const [row] = await database.insert(shares).values(share).returning(columns);
  if (!row) throw new Error("An insert gave no row.");
  return row;
}

/** Those that still work, newest first. */
export async function selectShares(database: Database, workspaceId: string, workflowId: string): Promise<ShareRow[]> {
  return database
    .select(columns)
    .from(shares)
    .where(and(eq(shares.workspaceId, workspaceId), eq(shares.workflowId, workflowId), isNull(shares.revokedAt)))
    .orderBy(desc(shares.createdAt), desc(shares.id));
}

/** Returns whether there was one that still worked. What it showed is forgotten. */
export async function markRevoked(database: Database, workspaceId: string, workflowId: string, id: string): Promise<boolean> {
  const mine = and(eq(shares.workspaceId, workspaceId), eq(shares.workflowId, workflowId), eq(shares.id, id), isNull(shares.revokedAt));
  const rows = await database.update(shares).set({ revokedAt: new Date(), graph: {}, source: "" }).where(mine).returning({ id: shares.id });
  return rows.length > 0;
}

/** By the hash of its link, in whatever workspace. */
export async function findShared(
  database: Database,
  tokenHash: string,
): Promise<{ graph: z.infer<typeof storedGraph>; source: string; createdAt: Date } | undefined> {
  const [row] = await database
    .select({ graph: shares.graph, source: shares.source, createdAt: shares.createdAt })
    .from(shares)
    .where(and(eq(shares.tokenHash, tokenHash), isNull(shares.revokedAt)))
    .limit(1);
  return row && { ...row, graph: storedGraph.parse(row.graph) };
}
