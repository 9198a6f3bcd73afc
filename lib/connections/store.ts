import { and, asc, desc, eq, inArray, isNotNull, lt, or, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../db/index.ts";
import { prepareOnce } from "../db/prepare-once.ts";
import { authorizations, connections, runs, versions, workflows } from "../db/schema/index.ts";
import { oneLine } from "./one-line.ts";
import type { Transaction } from "../secrets/store.ts";

/** Characters of what a service says that a row keeps. */
const LONGEST_SAID = 2_000;

const kindSchema = z.enum(["fields", "oauth2"]);
const statusSchema = z.enum(["ready", "unauthorized", "needs_reauthorization", "failing"]);
const scopesSchema = z.array(z.string());

/** A connection as it is stored: its secrets are in `ciphertext`. */
export interface ConnectionRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly alias: string;
  readonly service: string;
  readonly label: string;
  readonly kind: z.infer<typeof kindSchema>;
  readonly ciphertext: Buffer;
  readonly keyId: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Date | null;
  readonly status: z.infer<typeof statusSchema>;
  readonly lastError: string | null;
  readonly account: string | null;
  readonly isDefault: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly lastUsedAt: Date | null;
  readonly testedAt: Date | null;
}

/** What a node's step asks for: one prepared statement each. */
const findByAlias = prepareOnce((database) =>
  database
    .select()
    .from(connections)
    .where(and(eq(connections.workspaceId, sql.placeholder("workspaceId")), eq(connections.alias, sql.placeholder("alias"))))
    .limit(1)
    .prepare("find_connection"),
);
const findDefault = prepareOnce((database) =>
  database
    .select()
    .from(connections)
    .where(
      and(
        eq(connections.workspaceId, sql.placeholder("workspaceId")),
        eq(connections.service, sql.placeholder("service")),
        eq(connections.isDefault, true),
      ),
    )
    .limit(1)
    .prepare("find_default_connection"),
);

export async function findConnection(database: Database, workspaceId: string, alias: string): Promise<ConnectionRow | undefined> {
  const [row] = await findByAlias(database).execute({ workspaceId, alias });
  return row && present(row);
}

export async function findDefaultConnection(database: Database, workspaceId: string, service: string): Promise<ConnectionRow | undefined> {
  const [row] = await findDefault(database).execute({ workspaceId, service });
  return row && present(row);
}

/** By alias. */
export async function selectConnections(database: Database, workspaceId: string): Promise<ConnectionRow[]> {
  const rows = await database.select().from(connections).where(eq(connections.workspaceId, workspaceId)).orderBy(asc(connections.alias));
  return rows.map(present);
}

/** The aliases of a workspace: what nodes may name. */
export async function selectAliases(database: Database, workspaceId: string): Promise<Set<string>> {
  const rows = await database.select({ alias: connections.alias }).from(connections).where(eq(connections.workspaceId, workspaceId));
  return new Set(rows.map(({ alias }) => alias));
}

/** The connection of this id in this workspace, locked until the transaction ends. */
export async function lockConnection(tx: Transaction, workspaceId: string, id: string): Promise<ConnectionRow | undefined> {
  const mine = and(eq(connections.workspaceId, workspaceId), eq(connections.id, id));
  const [row] = await tx.select().from(connections).where(mine).for("update");
  return row && present(row);
}

/** Whether it was stored: not when the alias is taken. */
export async function insertConnection(
  tx: Transaction,
  row: Omit<ConnectionRow, "expiresAt" | "lastError" | "account" | "createdAt" | "updatedAt" | "lastUsedAt" | "testedAt" | "isDefault">,
): Promise<boolean> {
  const added = await tx
    .insert(connections)
    .values({ ...row, scopes: [...row.scopes] })
    .onConflictDoNothing({ target: [connections.workspaceId, connections.alias] })
    .returning({ id: connections.id });
  return added.length === 1;
}

type Changes = Partial<
  Pick<ConnectionRow, "alias" | "label" | "ciphertext" | "keyId" | "scopes" | "expiresAt" | "status" | "lastError" | "account" | "testedAt">
>;

export async function updateConnection(database: Database | Transaction, workspaceId: string, id: string, changes: Changes): Promise<void> {
  const { scopes, lastError, account, ...rest } = changes;
  await database
    .update(connections)
    .set({
      ...rest,
      ...(scopes ? { scopes: [...scopes] } : {}),
      // Both are what somebody else's server says of itself.
      ...(lastError === undefined ? {} : { lastError: lastError && oneLine(lastError, LONGEST_SAID) }),
      ...(account === undefined ? {} : { account: account && oneLine(account, LONGEST_SAID) }),
      updatedAt: new Date(),
    })
    .where(and(eq(connections.workspaceId, workspaceId), eq(connections.id, id)));
}

/** Makes a connection its service's default, or no connection when `id` is null. */
export async function replaceDefault(tx: Transaction, workspaceId: string, service: string, id: string | null): Promise<void> {
  const mine = and(eq(connections.workspaceId, workspaceId), eq(connections.service, service));
  await tx
    .update(connections)
    .set({ isDefault: false })
    .where(and(mine, eq(connections.isDefault, true)));
  if (id !== null)
    await tx
      .update(connections)
      .set({ isDefault: true })
      .where(and(mine, eq(connections.id, id)));
}

export async function countOfService(tx: Transaction, workspaceId: string, service: string): Promise<number> {
  return tx.$count(connections, and(eq(connections.workspaceId, workspaceId), eq(connections.service, service)));
}

export async function deleteConnection(tx: Transaction, workspaceId: string, id: string): Promise<void> {
  await tx.delete(connections).where(and(eq(connections.workspaceId, workspaceId), eq(connections.id, id)));
}

export async function markConnectionUsed(database: Database, workspaceId: string, id: string, at: Date): Promise<void> {
  await database
    .update(connections)
    .set({ lastUsedAt: at })
    .where(and(eq(connections.workspaceId, workspaceId), eq(connections.id, id)));
}

/** A node that uses a connection, or would when it were the default. */
export interface ConnectionUse {
  readonly workflow: string;
  readonly node: string;
  /** `live`, `draft`, or `runs` for an older version that unfinished runs are on. */
  readonly where: "live" | "draft" | "runs";
}

/** Nodes of live versions, drafts and unfinished runs that name this alias, and those of these plugins that name none. */
export async function selectUses(
  database: Database | Transaction,
  workspaceId: string,
  options: { readonly alias: string; readonly plugins: readonly string[] },
): Promise<ConnectionUse[]> {
  const unfinished = database
    .selectDistinct({ id: runs.versionId })
    .from(runs)
    .where(and(eq(runs.workspaceId, workspaceId), inArray(runs.status, ["pending", "running", "waiting"])));
  const published = await database
    .select({ workflow: workflows.name, graph: versions.graph, live: eq(versions.id, workflows.liveVersionId) })
    .from(versions)
    .innerJoin(workflows, eq(workflows.id, versions.workflowId))
    .where(and(eq(versions.workspaceId, workspaceId), or(eq(versions.id, workflows.liveVersionId), inArray(versions.id, unfinished))))
    .orderBy(asc(workflows.name), desc(versions.number));
  const drafts = await database
    .select({ workflow: workflows.name, graph: workflows.draft })
    .from(workflows)
    .where(and(eq(workflows.workspaceId, workspaceId), isNotNull(workflows.draft)))
    .orderBy(asc(workflows.name));
  const uses = [
    ...published.flatMap(({ workflow, graph, live }) =>
      usesIn(graph, options).map((node): ConnectionUse => ({ workflow, node, where: live ? "live" : "runs" })),
    ),
    ...drafts.flatMap(({ workflow, graph }) => usesIn(graph, options).map((node): ConnectionUse => ({ workflow, node, where: "draft" }))),
  ];
  const seen = new Set<string>();
  return uses.filter(({ workflow, node }) => !seen.has(`${workflow} ${node}`) && seen.add(`${workflow} ${node}`));
}

const graphNodes = z.object({
  nodes: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      connection: z.string().optional(),
      config: z.object({ auth: z.unknown() }).partial().optional().catch(undefined),
    }),
  ),
});

function usesIn(graph: unknown, { alias, plugins }: { alias: string; plugins: readonly string[] }): string[] {
  const parsed = graphNodes.safeParse(graph);
  // A draft may be anything; what is not a graph uses nothing.
  if (!parsed.success) return [];
  return parsed.data.nodes
    .filter(({ kind, connection, config }) => {
      if (connection !== undefined) return connection === alias;
      const plugin = kind.split(".")[0] ?? "";
      if (!plugins.includes(plugin)) return false;
      // A call that does not authenticate takes no credential.
      return plugin !== "http" || (config?.auth !== undefined && config.auth !== "none");
    })
    .map(({ id }) => id);
}

export interface AuthorizationRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly connectionId: string;
  readonly stateHash: string;
  readonly browserHash: string | null;
  readonly ciphertext: Buffer;
  readonly keyId: string;
  readonly redirectUri: string;
  readonly expiresAt: Date;
}

/** Also forgets those that nobody came back from. */
export async function insertAuthorization(tx: Transaction, row: AuthorizationRow): Promise<void> {
  await tx.delete(authorizations).where(lt(authorizations.expiresAt, new Date(Date.now() - 3_600_000)));
  await tx.insert(authorizations).values(row);
}

/** Takes an authorization out, so that nobody can use it again, whatever comes of it. */
export async function takeAuthorization(database: Database, stateHash: string): Promise<AuthorizationRow | undefined> {
  const [row] = await database.delete(authorizations).where(eq(authorizations.stateHash, stateHash)).returning();
  return row;
}

/** Forgets what else was begun for a connection. */
export async function dropAuthorizations(tx: Transaction, workspaceId: string, connectionId: string): Promise<void> {
  await tx.delete(authorizations).where(and(eq(authorizations.workspaceId, workspaceId), eq(authorizations.connectionId, connectionId)));
}

function present(row: typeof connections.$inferSelect): ConnectionRow {
  return { ...row, kind: kindSchema.parse(row.kind), status: statusSchema.parse(row.status), scopes: scopesSchema.parse(row.scopes) };
}
