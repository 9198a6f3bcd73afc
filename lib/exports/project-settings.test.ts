import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, expect, it } from "vitest";
import type { Graph } from "../../codegen/schema/graph.ts";
import { addExampleTest } from "../run-tests/add-example-test.ts";
import { createPlayer } from "../run-tests/play-module.ts";
import { ROOT } from "../data-folder.ts";
import { buildProject } from "./build-project.ts";
import { checkProject } from "./check-project-for-test.ts";
import type { Files } from "./step-sources.ts";
import { compiled, exportCatalog, exportSources } from "./workflows-for-test.ts";

let folder: string | undefined;
afterEach(async () => {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

/** Whether the project passes a tool of its own `npm run check`: what the tool prints when not. */
async function run(files: Files, tool: "oxlint" | "oxfmt", ...args: string[]): Promise<string> {
  folder ??= await mkdtemp(join(tmpdir(), "exported-project-"));
  for (const [path, text] of files) {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const ran = promisify(execFile)(join(ROOT, "node_modules", ".bin", tool), args, { cwd: folder });
  return ran.then(
    () => "",
    (error: { stdout?: string }) => error.stdout ?? String(error),
  );
}

async function exported(graph: Graph): Promise<Files> {
  const play = createPlayer(exportSources);
  const workflow = await addExampleTest(compiled(graph), { catalog: exportCatalog, play });
  return buildProject([workflow], { catalog: exportCatalog, sources: exportSources });
}

function withCode(name: string, source: string, trigger: object = { on: "http" }): Graph {
  const nodes = [
    { id: "input", kind: "trigger", config: trigger },
    { id: "made", kind: "code", config: { source, inputs: { data: "{{ input }}" } } },
  ];
  return { weft: 1, name, nodes, edges: [{ id: "e", source: "input", target: "made" }] } as Graph;
}

const SCHEDULE = { on: "schedule", cron: "0 7 * * *" };

it.each(["serveWorkflow", "serveSchedule", "workflow", "call", "splitResponse"])("builds a workflow that is called %s", async (name) => {
  const files = await exported(withCode(name, "return 1;", SCHEDULE));
  expect(checkProject(files)).toEqual([]);
  expect(await run(files, "oxlint")).toBe("");
  expect(await run(files, "oxfmt", "--check")).toBe("");
});

it("passes its own check with names and titles of any length", async () => {
  const called = { ...withCode("a".repeat(95), "return 1;", SCHEDULE), title: "A title that goes on. ".repeat(10) };
  const nodes = [
    { id: "input", kind: "trigger", config: { on: "http" } },
    { id: "made", kind: "control.call", config: { workflow: called.name, input: {} } },
  ];
  const caller: Graph = { weft: 1, name: "caller", nodes, edges: [{ id: "e", source: "input", target: "made" }] };
  const files = buildProject([compiled(caller), compiled(called)], { catalog: exportCatalog, sources: exportSources });
  expect(await run(files, "oxfmt", "--check")).toBe("");
  expect(await run(files, "oxlint")).toBe("");
});

it.each([
  "for (; 1; ) break; if (true) return 1; return 2;",
  "const unused = 1; return { ...(data || {}) };",
  "const { a } = data?.body ?? {}; return (data?.body).length;",
  "return { then: 1, n: 12345678901234567890 };",
  "return /[\\x00]\\-/.test(String(data));",
  "if (data) return 1; else if (data) return 2; return [...[1], , 3];",
  "try { return 1; } catch (error) { throw error; }",
  "let none; data === 1; return none;",
  "return new Array(5).fill(!!data ? 1 : 2).length > 0 && [...new Set([1])].length;",
  "const self = this; outer: for (const x of [1]) continue; return await 5;",
])("passes its own check whatever a step's code does legally: %s", async (source) => {
  const files = await exported(withCode("coded", source));
  expect(await run(files, "oxlint")).toBe("");
});

it("finds what is a mistake in a workflow's code", async () => {
  const files = await exported(withCode("coded", "return Number(data) === NaN;"));
  expect(await run(files, "oxlint")).toContain("use-isnan");
});
