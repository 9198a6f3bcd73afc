import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeDataFolder, weft, WeftProcess } from "./weft-process.ts";

const example = join(import.meta.dirname, "..", "examples", "order-alert", "graph.json");

function graph(name: string, nodes: object[], edges: [string, string, string?][]): string {
  return JSON.stringify({
    weft: 1,
    name,
    nodes: [{ id: "input", kind: "trigger", config: { on: "manual" } }, ...nodes],
    edges: edges.map(([source, target, port], index) => ({ id: `e${index}`, source, target, ...(port ? { port } : {}) })),
  });
}

const add = graph(
  "add",
  [
    { id: "sum", kind: "code", config: { source: "return a + 1;", inputs: { a: "{{ input.a }}" } } },
    { id: "done", kind: "control.return", config: { value: { sum: "{{ sum }}" } } },
  ],
  [
    ["input", "sum"],
    ["sum", "done"],
  ],
);

it("stops quietly when whoever reads its output has read enough", async () => {
  const launcher = join(import.meta.dirname, "..", "bin", "weft.mjs");
  const piped = promisify(execFile)("bash", ["-c", 'set -o pipefail; "$0" "$1" actions | head -1', process.execPath, launcher]);
  await expect(piped).resolves.toMatchObject({ stderr: "", stdout: expect.stringMatching(/^ai\.generateText .*\n$/) });
});

describe("weft compile, parse and check", () => {
  it("prints a module that parses back to the same document", async () => {
    const compiled = await weft(["compile", example]);
    expect(compiled).toMatchObject({ code: 0, stderr: "" });
    expect(compiled.stdout).toContain('"use workflow";');
    const parsed = await weft(["parse", "-", "--base", example], {}, compiled.stdout);
    expect(JSON.parse(parsed.stdout)).toEqual(JSON.parse(await readFile(example, "utf8")));
  });

  it("prints diagnostics on standard error, nothing on standard output, and exits with 1", async () => {
    const wrong = graph("wrong", [{ id: "a", kind: "htpp.request", config: {} }], [["input", "a"]]);
    const compiled = await weft(["compile", "-"], {}, wrong);
    expect(compiled).toMatchObject({ code: 1, stdout: "" });
    expect(compiled.stderr).toContain("error[unknown-kind] a:");
  });

  it("finds what only the types tell", async () => {
    const misspelt = graph(
      "misspelt",
      [
        { id: "a", kind: "http.request", config: { url: "http://x.example" } },
        { id: "b", kind: "control.set", config: { fields: { x: "{{ a.statsu }}" } } },
      ],
      [
        ["input", "a"],
        ["a", "b"],
      ],
    );
    const checked = await weft(["check", "-", "--json"], {}, misspelt);
    expect(checked.code).toBe(1);
    expect(JSON.parse(checked.stdout)).toMatchObject({ ok: false, diagnostics: [{ code: "unknown-property", location: { node: "b" } }] });
  });

  it.each([
    ["no command", []],
    ["an unknown command", ["compil", example]],
    ["a missing argument", ["compile"]],
    ["a file that is not there", ["compile", "nowhere.json"]],
    ["a file that is no JSON", ["compile", join(import.meta.dirname, "command.test.ts")]],
    ["a payload that is no JSON", ["run", example, "--input", "{"]],
  ])("exits with 2 on %s, and says so", async (_what, args) => {
    const called = await weft(args);
    expect(called.code).toBe(2);
    expect(called.stdout).toBe("");
    expect(called.stderr).not.toBe("");
  });

  it.each([
    ["compile"],
    ["parse"],
    ["check"],
    ["run"],
    ["resume"],
    ["publish"],
    ["runs", "list"],
    ["approve"],
    ["key", "create"],
    ["start"],
  ])("has an example in the help of %s", async (...command) => {
    const help = await weft([...command, "--help"]);
    expect(help.code).toBe(0);
    expect(help.stdout).toContain("Example:");
  });
});

describe("weft on its own database", () => {
  let folder: Awaited<ReturnType<typeof makeDataFolder>>;
  let env: Record<string, string>;

  beforeAll(async () => {
    folder = await makeDataFolder();
    env = { WEFT_DATA_DIR: folder.path };
  });
  afterAll(() => folder.remove());

  it("runs a graph and prints its result alone on standard output", async () => {
    const run = await weft(["run", "-", "--input", '{"a":41}'], env, add);
    expect(run).toEqual({ code: 0, stdout: '{\n  "sum": 42\n}\n', stderr: "" });
  });

  it("runs an edited module", async () => {
    const file = join(folder.path, "edited.ts");
    const { stdout } = await weft(["compile", "-"], {}, add);
    await writeFile(file, stdout.replace("a + 1", "a * 2"));
    const run = await weft(["run", file, "--input", '{"a":21}'], env);
    expect(JSON.parse(run.stdout)).toEqual({ sum: 42 });
  });

  it("exits with 1 when the run fails, naming the node", async () => {
    const failing = graph(
      "failing",
      [{ id: "bad", kind: "control.fail", config: { message: "No {{ input.what }} left" } }],
      [["input", "bad"]],
    );
    const run = await weft(["run", "-", "--input", '{"what":"yarn"}'], env, failing);
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toContain("No yarn left");
  });

  it("leaves an interrupted run resumable, and an approval can be given meanwhile", async () => {
    const waiting = graph(
      "waiting",
      [
        { id: "boss", kind: "control.approval", config: { message: "Go on?" } },
        { id: "yes", kind: "control.return", config: { value: "{{ boss.comment }}" } },
      ],
      [
        ["input", "boss"],
        ["boss", "yes", "approved"],
      ],
    );
    const started = new WeftProcess(["run", "-"], env);
    started.child.stdin?.end(waiting);
    await started.prints(/boss waits for an approval: Go on\?/);
    const left = await started.stop("SIGINT");
    expect(left.code).toBe(130);
    const [, id = ""] = /weft resume (run_\w+)/.exec(left.stderr) ?? [];
    const shown = await weft(["runs", "show", id, "--json"], env);
    expect(JSON.parse(shown.stdout)).toMatchObject({ status: "waiting", waits: [{ node: "boss" }] });
    expect(await weft(["approve", id, "boss", "--comment", "fine"], env)).toMatchObject({ code: 0 });
    expect(await weft(["resume", id], env)).toMatchObject({ code: 0, stdout: '"fine"\n' });
  });

  it("publishes, makes a key, and lists what ran, as JSON", async () => {
    const published = await weft(["publish", example, "--json"], { ...env, PORT: "4999" });
    expect(JSON.parse(published.stdout)).toEqual({
      workflow: "orderAlert",
      version: 1,
      url: "http://127.0.0.1:4999/api/triggers/orderAlert",
    });
    const key = await weft(["key", "create", "--name", "shop", "--workflow", "orderAlert", "--json"], env);
    expect(JSON.parse(key.stdout)).toEqual({ key: expect.stringMatching(/^weft_\S{40,}$/) });
    const runs = await weft(["runs", "--status", "failed", "--json"], env);
    expect(JSON.parse(runs.stdout)).toMatchObject({ runs: [{ workflow: "failing", status: "failed" }] });
  });

  it("says what is wrong with a folder it may not write", async () => {
    const called = await weft(["runs"], { WEFT_DATA_DIR: join(import.meta.dirname, "command.test.ts", "inside") });
    expect(called.code).toBe(2);
    expect(called.stderr).toContain("Set WEFT_DATA_DIR to a folder you may write to");
  });
});
