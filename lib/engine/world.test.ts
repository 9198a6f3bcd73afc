import { type ChildProcess, execFile, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createTestDatabase, type TestDatabase } from "../db/test-database.ts";
import type { Engine } from "./contract.ts";
import { type Program, PROGRAM_STEPS, PROGRAMS } from "./programs-for-test.ts";
import { TestEngine } from "./test-engine.ts";

let test: TestEngine;
let engine: Engine;
let local: ChildProcess;
let postgres: ChildProcess;
let folder: string;
let database: TestDatabase;

const execute = promisify(execFile);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "weft-reference-"));
  database = await createTestDatabase({ migrate: false });
  test = await TestEngine.create();
  engine = await test.engine(PROGRAM_STEPS);
  const migrations = fileURLToPath(new URL("./cli.js", import.meta.resolve("@workflow/world-postgres")));
  await execute(process.execPath, [migrations], { env: { ...process.env, DATABASE_URL: database.url } });
  [local, postgres] = await Promise.all([startReference(folder), startReference(database.url)]);
});

afterAll(async () => {
  local.kill("SIGKILL");
  postgres.kill("SIGKILL");
  await test.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function startReference(place: string): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL("./sdk-reference.ts", import.meta.url)), [place], {
    execPath: process.execPath,
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await once(child, "message");
  return child;
}

/** What the SDK's own compiler, steps and worlds make of the same workflow. */
async function runReference(reference: ChildProcess, name: string, program: Program): Promise<unknown> {
  reference.send({ name: `program${name.replaceAll(/\W/g, "")}`, program });
  const [outcome] = (await once(reference, "message")) as [unknown];
  return outcome;
}

async function runOurs(program: Program): Promise<unknown> {
  const ended = await test.run(engine, { body: program.body, steps: Object.keys(PROGRAM_STEPS) }, program.input ?? null);
  if (ended.status === "failed") return { status: "failed", message: ended.error?.message };
  const result = ended.response ? { $response: ended.response, body: ended.result } : ended.result;
  return { status: ended.status, ...(result === null ? {} : { result }) };
}

describe("a workflow ends the same on our engine and on the SDK as it comes, on its local world and its Postgres world", () => {
  it.each(Object.entries(PROGRAMS))("%s", async (name, program) => {
    const [ours, onFiles, onPostgres] = await Promise.all([
      runOurs(program),
      runReference(local, name, program),
      runReference(postgres, name, program),
    ]);
    expect(onFiles).toEqual(ours);
    expect(onPostgres).toEqual(ours);
  });
});
