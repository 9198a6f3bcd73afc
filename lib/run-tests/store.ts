import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../db/index.ts";
import { runs, runTests, versions } from "../db/schema/index.ts";
import { graphSchema } from "../../codegen/schema/graph.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import { invariant } from "../../codegen/invariant.ts";
import { readVariables } from "../engine/run-variables.ts";
import type { RecordedRun } from "./recorded-run.ts";

/** The graph that a run ran, and the variables it read. */
export interface RanVersion {
  readonly graph: Graph;
  readonly variables: Readonly<Record<string, string>>;
}

const storedGraph = z.record(z.string(), z.unknown());

/** What a run of the workspace ran; undefined when there is no such run. */
export async function findRanVersion(database: Database, workspaceId: string, runId: string): Promise<RanVersion | undefined> {
  const [row] = await database
    .select({ graph: versions.graph, variables: runs.variables })
    .from(runs)
    .innerJoin(versions, eq(versions.id, runs.versionId))
    .where(and(eq(runs.workspaceId, workspaceId), eq(runs.id, runId)))
    .limit(1);
  return row && { graph: graphSchema.parse(storedGraph.parse(row.graph)), variables: readVariables(row.variables)?.values ?? {} };
}

const at = z.iso.datetime().exactOptional();
const storedRun = z.object({
  title: z.string(),
  input: z.unknown(),
  recording: z.object({
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime(),
    endings: z.array(
      z.union([
        z.object({
          at,
          node: z.string().exactOptional(),
          step: z.string(),
          input: z.unknown(),
          output: z.unknown().exactOptional(),
          error: z.object({ name: z.string().exactOptional(), message: z.string(), status: z.number().exactOptional() }).exactOptional(),
          cutOff: z.literal(true).exactOptional(),
        }),
        z.object({ at, wait: z.string(), nth: z.int(), answer: z.unknown().exactOptional() }),
        z.object({ at, sleep: z.int() }),
      ]),
    ),
    outcome: z.union([z.object({ result: z.unknown() }), z.object({ failure: z.string().nullable() })]),
  }),
  variables: z.record(z.string(), z.string()),
});

/** A test of a workflow. */
export interface RunTestRow {
  readonly id: string;
  readonly runId: string;
  readonly recorded: RecordedRun;
  readonly createdBy: string | null;
  readonly createdAt: Date;
}

const columns = {
  id: runTests.id,
  runId: runTests.runId,
  recorded: runTests.recorded,
  createdBy: runTests.createdBy,
  createdAt: runTests.createdAt,
};

/** The tests of a workflow, oldest first. */
export async function selectRunTests(database: Database, workspaceId: string, workflowId: string): Promise<RunTestRow[]> {
  const rows = await database
    .select(columns)
    .from(runTests)
    .where(and(eq(runTests.workspaceId, workspaceId), eq(runTests.workflowId, workflowId)))
    .orderBy(asc(runTests.id));
  return rows.map((row) => ({ ...row, recorded: storedRun.parse(row.recorded) }));
}

/** Keeps a test; of a run that is one already, what was recorded is replaced. */
export async function saveRunTest(
  database: Database,
  test: {
    readonly id: string;
    readonly workspaceId: string;
    readonly workflowId: string;
    readonly runId: string;
    readonly recorded: RecordedRun;
    readonly createdBy: string | null;
  },
): Promise<RunTestRow> {
  const [row] = await database
    .insert(runTests)
    .values(test)
    .onConflictDoUpdate({ target: [runTests.workflowId, runTests.runId], set: { recorded: test.recorded } })
    .returning(columns);
  invariant(row, "what was inserted is returned");
  return { ...row, recorded: storedRun.parse(row.recorded) };
}

/** Whether there was one. */
export async function deleteRunTest(database: Database, workspaceId: string, workflowId: string, id: string): Promise<boolean> {
  const mine = and(eq(runTests.workspaceId, workspaceId), eq(runTests.workflowId, workflowId), eq(runTests.id, id));
  return (await database.delete(runTests).where(mine).returning({ id: runTests.id })).length > 0;
}
