import { randomBytes } from "node:crypto";

import { Client, Pool, type QueryResultRow } from "pg";

import { DEFAULT_WORKSPACE_ID } from "../workspaces/default-workspace.ts";
import { createTestDatabase, type TestDatabase } from "../db/test-database.ts";
import { bundleVersion } from "./bundle.ts";
import type { EndedRun, Engine, RuntimeStep, StartOptions } from "./contract.ts";
import { type EngineOptions, startEngine } from "./start-engine.ts";
import type { StepContext, StepRunner } from "./step-runner.ts";

/** A step's code in tests, by node. */
export type TestStep = (input: unknown, context: StepContext) => unknown;

export function runnerOf(steps: Readonly<Record<string, TestStep>>): StepRunner {
  return {
    run: async (step, input, context) => {
      const run = steps[step.node];
      if (!run) throw new Error(`The test has no step ${step.node}.`);
      return run(input, context);
    },
  };
}

export interface TestVersion {
  /** Statements of the workflow function; its argument is `input`. Steps are called `<node>$step`. */
  readonly body: string;
  readonly name?: string;
  readonly steps?: readonly (string | RuntimeStep)[];
  readonly nodes?: Readonly<Record<string, { kind: string; label: string }>>;
  /** The names of variables that the statements read. */
  readonly variables?: readonly string[];
}

/** Publishes a version made of a runtime module's statements, as publishing would store it; answers with its id. */
export async function publishTestVersion(url: string, version: TestVersion): Promise<string> {
  const steps = (version.steps ?? []).map((step): RuntimeStep =>
    typeof step === "string" ? { node: step, kind: "action", action: "test.step" } : step,
  );
  const name = version.name ?? `flow${randomBytes(4).toString("hex")}`;
  const runtime = `import { createHook, FatalError, sleep } from "workflow";
import { type Approval } from "@/plugins/kit/approval";
import { env } from "@/plugins/kit/env";
import { mapConcurrently } from "@/plugins/kit/map-concurrently";
import { respond } from "@/plugins/kit/respond";
import { stepError } from "@/plugins/kit/step-error";
import { untilDone } from "@/plugins/kit/until-done";
export async function ${name}(input: any): Promise<any> {
  "use workflow";
  void [createHook, FatalError, sleep, mapConcurrently, respond, stepError, untilDone, env];
  ${version.body}
}
`;
  const nodes = version.nodes ?? Object.fromEntries(steps.map((step) => [step.node, { kind: step.kind, label: "" }]));
  const { bundle, sha256 } = bundleVersion({ runtime, exportName: name, steps, nodes });
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const workflowId = `wfl_${name}`;
    const versionId = `ver_${randomBytes(6).toString("hex")}`;
    await client.query("insert into workflows (id, workspace_id, name) values ($1, $2, $3) on conflict do nothing", [
      workflowId,
      DEFAULT_WORKSPACE_ID,
      name,
    ]);
    await client.query(
      `insert into versions (id, workspace_id, workflow_id, number, graph, source, runtime, bundle, sha256, export_name, steps, nodes, sdk_version, catalog_hash, variables)
       values ($1, $2, $3, (select count(*) + 1 from versions where workflow_id = $3), '{}', '', $4, $5, $6, $7, $8, $9, '4.8.9', '', $10)`,
      [
        versionId,
        DEFAULT_WORKSPACE_ID,
        workflowId,
        runtime,
        bundle,
        sha256,
        name,
        JSON.stringify(steps),
        JSON.stringify(nodes),
        JSON.stringify(version.variables ?? []),
      ],
    );
    await client.query("update workflows set live_version_id = $2, latest_version_id = $2 where id = $1", [workflowId, versionId]);
    return versionId;
  } finally {
    await client.end();
  }
}

/** An engine on a database of its own, for one test file. */
export class TestEngine {
  readonly database: TestDatabase;
  readonly pool: Pool;
  readonly #engines: Engine[] = [];

  private constructor(database: TestDatabase) {
    this.database = database;
    this.pool = new Pool({ connectionString: database.url, max: 3 });
  }

  static async create(): Promise<TestEngine> {
    return new TestEngine(await createTestDatabase());
  }

  async engine(steps: Readonly<Record<string, TestStep>> | StepRunner, options: Partial<EngineOptions> = {}): Promise<Engine> {
    const stepRunner =
      typeof steps["run"] === "function" && steps["run"].length === 3
        ? (steps as StepRunner)
        : runnerOf(steps as Readonly<Record<string, TestStep>>);
    const engine = await startEngine({ databaseUrl: this.database.url, stepRunner, ...options });
    this.#engines.push(engine);
    return engine;
  }

  publish(version: TestVersion): Promise<string> {
    return publishTestVersion(this.database.url, version);
  }

  start(
    engine: Engine,
    versionId: string,
    input: unknown = null,
    options: Partial<StartOptions> = {},
  ): Promise<{ runId: string; created: boolean }> {
    return engine.start({ workspaceId: DEFAULT_WORKSPACE_ID, versionId, input, trigger: "manual", ...options });
  }

  /** Publishes, starts and waits for the end, at most 20 seconds. */
  async run(engine: Engine, version: TestVersion, input: unknown = null): Promise<EndedRun> {
    const { runId } = await this.start(engine, await this.publish(version), input);
    const ended = await engine.waitForEnd(runId, 20_000);
    if (!ended) throw new Error(`The run ${runId} did not end.`);
    return ended;
  }

  async rows<Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(text, values)).rows;
  }

  async close(): Promise<void> {
    await Promise.all(this.#engines.map((engine) => engine.stop(1_000)));
    await this.pool.end();
    await this.database.drop();
  }
}
