import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { afterAll, beforeAll, expect, it } from "vitest";

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, "..");
let folder: string;

/** A project with Weft in its node_modules as npm puts it there: the files that the package ships, its dependencies beside it. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "weft-installed-"));
  const modules = join(folder, "node_modules");
  mkdirSync(modules);
  for (const name of readdirSync(join(ROOT, "node_modules"))) symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
  const { files } = z.object({ files: z.array(z.string()) }).parse(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")));
  for (const name of [...files, "package.json"]) cpSync(join(ROOT, name), join(modules, "weftwork", name), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "name": "project", "type": "module" }');
});
afterAll(() => rmSync(folder, { recursive: true }));

const weft = (...args: string[]) =>
  run(process.execPath, [join(folder, "node_modules/weftwork/bin/weft.mjs"), ...args], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1" },
  });

it("runs from node_modules, where Node takes out no types, and finds the project's plugins", { timeout: 60_000 }, async () => {
  await weft("plugin", "new", "acme");
  expect(await weft("actions", "acme")).toEqual({ stdout: "acme.createItem  Creates an item in a list and gives its id.\n", stderr: "" });
});

it("compiles and checks there, code of the user included", { timeout: 60_000 }, async () => {
  const nodes = [
    { id: "input", kind: "trigger", config: { on: "manual" } },
    { id: "sum", kind: "code", config: { source: "return 1 + 2;" } },
    { id: "done", kind: "control.return", config: { value: "{{ sum }}" } },
  ];
  const edges = [
    { id: "a", source: "input", target: "sum" },
    { id: "b", source: "sum", target: "done" },
  ];
  writeFileSync(join(folder, "graph.json"), JSON.stringify({ weft: 1, name: "addUp", nodes, edges }));
  expect((await weft("check", "graph.json")).stderr).toBe("");
  expect((await weft("compile", "graph.json")).stdout).toContain("export async function addUp(");
});
