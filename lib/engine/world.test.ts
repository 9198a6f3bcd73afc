import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Engine } from "./contract.ts";
import { PROGRAM_STEPS, PROGRAMS } from "./programs-for-test.ts";
import { TestEngine } from "./test-engine.ts";

let test: TestEngine;
let engine: Engine;
let reference: ChildProcess;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "weft-reference-"));
  test = await TestEngine.create();
  engine = await test.engine(PROGRAM_STEPS);
  reference = fork(fileURLToPath(new URL("./sdk-reference.ts", import.meta.url)), [folder], { execPath: process.execPath, execArgv: [], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  await once(reference, "message");
});

afterAll(async () => {
  reference.kill("SIGKILL");
  await test.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the SDK's own compiler, steps and local world make of the same workflow. */
async function runReference(name: string, program: (typeof PROGRAMS)[string]): Promise<unknown> {
  reference.send({ name: `program${name.replaceAll(/\W/g, "")}`, program });
  const [outcome] = (await once(reference, "message")) as [unknown];
  return outcome;
}

async function runOurs(program: (typeof PROGRAMS)[string]): Promise<unknown> {
  const ended = await test.run(engine, { body: program.body, steps: Object.keys(PROGRAM_STEPS) }, program.input ?? null);
  if (ended.status === "failed") return { status: "failed", message: ended.error?.message };
  const result = ended.response ? { $response: ended.response, body: ended.result } : ended.result;
  return { status: ended.status, ...(result === null ? {} : { result }) };
}

describe("a workflow ends the same on our engine and on the SDK as it comes", () => {
  it.each(Object.entries(PROGRAMS))("%s", async (name, program) => {
    const [ours, theirs] = await Promise.all([runOurs(program), runReference(name, program)]);
    expect(ours).toEqual(theirs);
  });
});
