import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { weft } from "../weft-process.ts";

const GRAPH = join(import.meta.dirname, "..", "..", "examples", "order-alert", "graph.json");
let folder: string;
let env: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "export-command-"));
  // There is no workspace: nothing is looked for in one.
  env = { WEFT_DATA_DIR: join(folder, "none") };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("writes a project that holds what `weft compile` prints, and never over another folder unasked", async () => {
  const out = join(folder, "order-alert");
  expect((await weft(["export", GRAPH, "--out", out], env)).code).toBe(0);
  const source = await readFile(join(out, "workflows", "order-alert.ts"), "utf8");
  expect(source).toBe((await weft(["compile", GRAPH], env)).stdout);
  expect((await weft(["export", GRAPH, "--format", "module"], env)).stdout).toBe(source);
  expect(JSON.parse((await weft(["export", GRAPH, "--format", "json"], env)).stdout)).toEqual(JSON.parse(await readFile(GRAPH, "utf8")));

  await writeFile(join(out, ".env.local"), "WORKFLOWS_API_KEY=mine");
  const again = await weft(["export", GRAPH, "--out", out], env);
  expect([again.code, again.stderr]).toEqual([2, expect.stringContaining("is not empty")]);
  expect((await weft(["export", GRAPH, "--out", out, "--force"], env)).code).toBe(0);
  expect(await readFile(join(out, ".env.local"), "utf8")).toBe("WORKFLOWS_API_KEY=mine");
}, 180_000);

it("brings a workflow's file that was edited by hand back as a graph", async () => {
  const file = join(folder, "order-alert", "workflows", "order-alert.ts");
  const source = await readFile(file, "utf8");
  await writeFile(file, source.replace('customer.body.plan === "vip"', 'customer.body.plan === "gold"'));
  const { code, stdout } = await weft(["parse", file, "--base", GRAPH], env);
  const graph = JSON.parse(stdout) as { nodes: { kind: string; config?: { when?: string } }[] };
  expect([code, graph.nodes.find(({ kind }) => kind === "control.if")?.config]).toEqual([0, { when: 'customer.body.plan === "gold"' }]);
}, 180_000);

it("writes nothing when a workflow is missing that is called", async () => {
  const caller = join(folder, "caller.json");
  const nodes = [
    { id: "input", kind: "trigger", config: { on: "manual" } },
    { id: "made", kind: "control.call", config: { workflow: "makeInvoice", input: {} } },
  ];
  await writeFile(caller, JSON.stringify({ weft: 1, name: "caller", nodes, edges: [{ id: "e", source: "input", target: "made" }] }));
  const { code, stderr } = await weft(["export", caller, "--out", join(folder, "caller")], env);
  expect([code, stderr]).toEqual([1, expect.stringContaining("calls the workflow makeInvoice")]);
  expect((await readdir(folder)).filter((name) => name !== "order-alert")).toEqual(["caller.json"]);
}, 180_000);

it("writes nothing that `weft check` refuses, and prints what it warns of", async () => {
  const graph = join(folder, "counting.json");
  const write = (source: string): Promise<void> => {
    const nodes = [
      { id: "input", kind: "trigger", config: { on: "http" } },
      { id: "count", kind: "code", config: { source, inputs: { rows: "{{ input.body.rows }}" } } },
    ];
    return writeFile(graph, JSON.stringify({ weft: 1, name: "counting", nodes, edges: [{ id: "e", source: "input", target: "count" }] }));
  };
  await write("const counts = {}; for (const row of rows) counts[row.k] = 1; return counts;");
  const refused = await weft(["export", graph, "--out", join(folder, "counting")], env);
  expect([refused.code, (await weft(["check", graph], env)).stderr.trim()]).toEqual([1, refused.stderr.trim()]);
  expect(refused.stderr).toMatch(/^error.*count/m);
  expect(await readdir(folder)).not.toContain("counting");

  await write("return rows.length;");
  const warned = await weft(["export", graph, "--format", "module"], env);
  expect([warned.code, warned.stderr.trim()]).toEqual([0, (await weft(["check", graph], env)).stderr.trim()]);
  expect(warned.stderr).toMatch(/^warning/m);
}, 180_000);
