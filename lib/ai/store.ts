import { and, desc, eq, gte, sql } from "drizzle-orm";
import { z } from "zod";
import { aiLimits, aiPrice, type AiLimits, type AiUse } from "../api/ai-schemas.ts";
import type { Database } from "../db/index.ts";
import { aiCalls, aiSettings } from "../db/schema/index.ts";
import type { Transaction } from "../secrets/store.ts";
import type { Sealed } from "../secrets/vault.ts";
import type { ProviderName } from "../../plugins/ai/providers.ts";
import { readProviderName } from "./provider-choices.ts";

/** What a workspace chose. Provider and model are null where the environment says. */
export interface AiSettingsRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly provider: ProviderName | null;
  readonly model: string | null;
  readonly baseUrl: string | null;
  readonly sealed: Sealed | null;
  readonly limits: AiLimits;
  readonly price: z.infer<typeof storedPrice> | null;
}

/** An owner's price with the model that it is of; one that names none is nobody's. */
const storedPrice = aiPrice.extend({ provider: z.string().optional(), model: z.string().optional() });

/** What each call of a model was for. */
export type AiTask = "generate" | "explain" | "code" | "expression" | "payload" | "test";

/** Undefined before anybody chose. */
export async function findAiSettings(database: Database, workspaceId: string): Promise<AiSettingsRow | undefined> {
  const [row] = await database.select().from(aiSettings).where(eq(aiSettings.workspaceId, workspaceId));
  return row && present(row);
}

/** The same, locked until the transaction ends. */
export async function lockAiSettings(tx: Transaction, workspaceId: string): Promise<AiSettingsRow | undefined> {
  const [row] = await tx.select().from(aiSettings).where(eq(aiSettings.workspaceId, workspaceId)).for("update");
  return row && present(row);
}

/** Stores the settings under their id, which the sealed key is bound to. False when another process made the row first. */
export async function saveAiSettings(tx: Transaction, row: AiSettingsRow): Promise<boolean> {
  const { id, workspaceId, provider, model, baseUrl, sealed, limits, price } = row;
  const content = {
    provider,
    model,
    baseUrl,
    limits,
    price,
    ciphertext: sealed?.ciphertext ?? null,
    keyId: sealed?.keyId ?? null,
    updatedAt: new Date(),
  };
  const saved = await tx
    .insert(aiSettings)
    .values({ id, workspaceId, ...content })
    .onConflictDoUpdate({ target: aiSettings.workspaceId, set: content, setWhere: eq(aiSettings.id, id) })
    .returning({ id: aiSettings.id });
  return saved.length === 1;
}

/** A call of a model. `cost` is millionths of a dollar, null where no price is known. */
export interface CallRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly userId: string | null;
  readonly task: AiTask;
  readonly provider: string;
  readonly model: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cost: number | null;
}

/** Tokens and millionths of a dollar. */
export interface Spent {
  readonly tokens: number;
  readonly cost: number;
}

/** An arbitrary constant: with the workspace's hash, the lock of its budget. */
const BUDGET = 0x77656b33;

/**
 * Runs `decide` on what the workspace has spent, today and this month, unsettled calls included in full, and stores the call it gives.
 * Calls of one workspace decide one after the other, so that two at the same moment see each other.
 */
export async function reserveCall(
  database: Database,
  workspaceId: string,
  since: { readonly day: Date; readonly month: Date },
  decide: (spent: { readonly day: Spent; readonly month: Spent }) => CallRow,
): Promise<CallRow> {
  return database.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${BUDGET}, hashtext(${workspaceId}))`);
    const day = await sumSince(tx, workspaceId, since.day);
    const month = await sumSince(tx, workspaceId, since.month);
    const call = decide({ day, month });
    await tx.insert(aiCalls).values(call);
    return call;
  });
}

/** What the workspace has spent since that time. */
export async function sumSince(database: Database | Transaction, workspaceId: string, since: Date): Promise<Spent> {
  const [row] = await database
    .select({
      tokens: sql<number>`coalesce(sum(${aiCalls.inputTokens}::bigint + ${aiCalls.outputTokens}), 0)`.mapWith(Number),
      cost: sql<number>`coalesce(sum(${aiCalls.cost}), 0)`.mapWith(Number),
    })
    .from(aiCalls)
    .where(and(eq(aiCalls.workspaceId, workspaceId), gte(aiCalls.at, since)));
  return row ?? { tokens: 0, cost: 0 };
}

/** Puts what a call really used in place of what it might have. */
export async function settleCall(
  database: Database,
  { id, workspaceId }: Pick<CallRow, "id" | "workspaceId">,
  used: Pick<CallRow, "inputTokens" | "outputTokens" | "cost">,
): Promise<void> {
  await database
    .update(aiCalls)
    .set({ ...used, settled: true })
    .where(and(eq(aiCalls.workspaceId, workspaceId), eq(aiCalls.id, id)));
}

const useColumns = {
  inputTokens: sql<number>`coalesce(sum(${aiCalls.inputTokens}), 0)`.mapWith(Number),
  outputTokens: sql<number>`coalesce(sum(${aiCalls.outputTokens}), 0)`.mapWith(Number),
  // Of no priced call there is no sum, which is not nothing.
  dollars: sql<number | null>`sum(${aiCalls.cost}) / 1000000.0`,
  requests: sql<number>`count(*)`.mapWith(Number),
  unpriced: sql<number>`count(*) filter (where ${aiCalls.cost} is null)`.mapWith(Number),
};

export async function selectUse(database: Database, workspaceId: string, since: Date): Promise<AiUse> {
  const [row] = await database.select(useColumns).from(aiCalls).where(mineSince(workspaceId, since));
  return readUse(row ?? { inputTokens: 0, outputTokens: 0, dollars: null, requests: 0, unpriced: 0 });
}

/** Newest first. */
export async function selectUseByDay(database: Database, workspaceId: string, since: Date): Promise<(AiUse & { day: string })[]> {
  const day = sql<string>`to_char(${aiCalls.at} at time zone 'UTC', 'YYYY-MM-DD')`;
  const rows = await database
    .select({ day, ...useColumns })
    .from(aiCalls)
    .where(mineSince(workspaceId, since))
    .groupBy(sql`1`)
    .orderBy(desc(sql`1`));
  return rows.map((row) => ({ ...readUse(row), day: row.day }));
}

/** Most tokens first. */
export async function selectUseByTask(database: Database, workspaceId: string, since: Date): Promise<(AiUse & { task: string })[]> {
  const rows = await database
    .select({ task: aiCalls.task, ...useColumns })
    .from(aiCalls)
    .where(mineSince(workspaceId, since))
    .groupBy(aiCalls.task)
    .orderBy(desc(sql`sum(${aiCalls.inputTokens} + ${aiCalls.outputTokens})`));
  return rows.map((row) => ({ ...readUse(row), task: row.task }));
}

function mineSince(workspaceId: string, since: Date) {
  return and(eq(aiCalls.workspaceId, workspaceId), gte(aiCalls.at, since));
}

/** Postgres gives a numeric as text. */
function readUse({ inputTokens, outputTokens, dollars, requests, unpriced }: AiUse): AiUse {
  return { inputTokens, outputTokens, dollars: dollars === null ? null : Number(dollars), requests, unpriced };
}

function present({ ciphertext, keyId, provider, ...row }: typeof aiSettings.$inferSelect): AiSettingsRow {
  return {
    ...row,
    provider: provider === null ? null : readProviderName(provider),
    limits: aiLimits.parse(row.limits),
    price: row.price === null ? null : storedPrice.parse(row.price),
    sealed: ciphertext === null || keyId === null ? null : { ciphertext, keyId },
  };
}
