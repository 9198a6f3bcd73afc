import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../db/index.ts";
import { services, versions, workflows } from "../db/schema/index.ts";
import type { ServiceDefinition } from "./service-definition.ts";

/** A stored service without its definition. */
export interface ServiceRow {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const columns = {
  id: services.id,
  name: services.name,
  version: services.version,
  createdAt: services.createdAt,
  updatedAt: services.updatedAt,
};

/** By name. */
export async function selectServices(database: Database, workspaceId: string): Promise<ServiceRow[]> {
  return database.select(columns).from(services).where(eq(services.workspaceId, workspaceId)).orderBy(asc(services.name));
}

const mine = (workspaceId: string, name: string) => and(eq(services.workspaceId, workspaceId), eq(services.name, name));

export async function findService(
  database: Database,
  workspaceId: string,
  name: string,
): Promise<(ServiceRow & { readonly definition: unknown }) | undefined> {
  const [row] = await database
    .select({ ...columns, definition: services.definition })
    .from(services)
    .where(mine(workspaceId, name))
    .limit(1);
  return row;
}

/** Adds a service; undefined when there is one of this name already. */
export async function insertService(
  database: Database,
  service: { readonly id: string; readonly workspaceId: string; readonly definition: ServiceDefinition },
): Promise<ServiceRow | undefined> {
  const { definition } = service;
  const [row] = await database
    .insert(services)
    .values({ ...service, name: definition.name, version: 1 })
    .onConflictDoNothing({ target: [services.workspaceId, services.name] })
    .returning(columns);
  return row;
}

/** Puts another definition in place of a service's; undefined when there is no such service. */
export async function updateService(
  database: Database,
  workspaceId: string,
  definition: ServiceDefinition,
): Promise<ServiceRow | undefined> {
  const [row] = await database
    .update(services)
    .set({ definition, version: sql`${services.version} + 1`, updatedAt: new Date() })
    .where(mine(workspaceId, definition.name))
    .returning(columns);
  return row;
}

/** Returns whether there was one. */
export async function deleteService(database: Database, workspaceId: string, name: string): Promise<boolean> {
  const rows = await database.delete(services).where(mine(workspaceId, name)).returning({ id: services.id });
  return rows.length > 0;
}

const nodeKinds = z.record(z.string(), z.object({ kind: z.string() }));

/** The nodes of live versions that are actions of this service, by workflow. */
export async function selectUses(database: Database, workspaceId: string, name: string): Promise<{ workflow: string; nodes: string[] }[]> {
  const rows = await database
    .select({ workflow: workflows.name, nodes: versions.nodes })
    .from(workflows)
    .innerJoin(versions, eq(versions.id, workflows.liveVersionId))
    .where(eq(workflows.workspaceId, workspaceId))
    .orderBy(asc(workflows.name));
  return rows.flatMap(({ workflow, nodes }) => {
    const used = Object.entries(nodeKinds.parse(nodes)).filter(([, { kind }]) => kind.startsWith(`${name}.`));
    return used.length === 0 ? [] : [{ workflow, nodes: used.map(([id]) => id) }];
  });
}
