import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, "../..");
const VITEST = join(ROOT, "node_modules/vitest/vitest.mjs");
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "weft-new-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const node = (cwd: string, ...args: string[]) =>
  run(process.execPath, ["--disable-warning=ExperimentalWarning", ...args], {
    cwd,
    env: { ...process.env, CI: "1", NO_COLOR: "1", FORCE_COLOR: "0" },
  });

const graph = {
  weft: 1,
  name: "useAcme",
  nodes: [
    { id: "input", kind: "trigger", config: { on: "manual" } },
    { id: "item", kind: "acmeBooks.createItem", config: { list_id: "1", title: "Hi" } },
    { id: "done", kind: "control.return", config: { value: "{{ item.id.nothing }}" } },
  ],
  edges: [
    { id: "a", source: "input", target: "item" },
    { id: "b", source: "item", target: "done" },
  ],
};

describe("weft plugin new", () => {
  it("outside of Weft writes a plugin that passes the contract and that workflows can use at once", { timeout: 180_000 }, async () => {
    const weft = join(ROOT, "bin/weft.ts");
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(ROOT, join(folder, "node_modules/weftwork"));
    await node(folder, weft, "plugin", "new", "acmeBooks");
    const { stdout } = await node(folder, VITEST, "run", "--root", folder, "--testTimeout", "60000");
    expect(stdout).toMatch(/Tests\s+2\d passed/);
    writeFileSync(join(folder, "graph.json"), JSON.stringify(graph));
    const checked = await node(folder, weft, "check", "graph.json", "--json").catch((error: { stdout: string }) => error);
    // The scaffold's own types say that an id is a text.
    expect(JSON.parse(checked.stdout).diagnostics).toMatchObject([{ severity: "error", location: { node: "done" } }]);
    await expect(node(folder, weft, "plugin", "new", "acmeBooks")).rejects.toThrow("is there already");
    await expect(node(folder, weft, "plugin", "new", "slack")).rejects.toThrow("Weft has a service called slack already");
    await expect(node(folder, weft, "plugin", "new", "../evil")).rejects.toThrow("cannot be a service's name");
  });

  it("outside of Weft writes a package that can be built and installed", { timeout: 180_000 }, async () => {
    const weft = join(ROOT, "bin/weft.ts");
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(ROOT, join(folder, "node_modules/weftwork"));
    symlinkSync(join(ROOT, "node_modules/@types"), join(folder, "node_modules/@types"));
    await node(folder, weft, "plugin", "new", "acmeBooks");
    const plugin = join(folder, "weft-plugins/acme-books");
    await node(plugin, join(ROOT, "node_modules/typescript/bin/tsc"));
    for (const shipped of ["package.json", "dist"])
      cpSync(join(plugin, shipped), join(folder, "node_modules/weft-plugin-acme-books", shipped), { recursive: true });
    rmSync(join(folder, "weft-plugins"), { recursive: true });
    rmSync(join(folder, "node_modules/weftwork"));
    const { stdout, stderr } = await node(folder, weft, "actions", "acme");
    expect([stdout, stderr]).toEqual(["acmeBooks.createItem  Creates an item in a list and gives its id.\n", ""]);
  });

  it.each([
    ["constructor", `"constructor" cannot be a service's name`],
    ["con fusion", `"con fusion" cannot be a service's name`],
    ["übung", `"übung" cannot be a service's name`],
    ["path", "path is a name of Weft's own"],
    ["kit", "kit is a name of Weft's own"],
  ])("refuses the name %s", async (name, message) => {
    await expect(node(folder, join(ROOT, "bin/weft.ts"), "plugin", "new", name)).rejects.toThrow(message);
  });

  it("says that it cannot write where it cannot", async () => {
    writeFileSync(join(folder, "weft-plugins"), "");
    await expect(node(folder, join(ROOT, "bin/weft.ts"), "plugin", "new", "acme")).rejects.toThrow(
      "package.json cannot be written: ENOTDIR",
    );
  });

  it("in a checkout writes a built-in one, registered, typed and formatted", { timeout: 180_000 }, async () => {
    for (const name of ["bin", "lib", "codegen", "plugins", "package.json", "tsconfig.json", ".oxfmtrc.json", ".oxlintrc.json"])
      cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    await node(folder, "bin/weft.ts", "plugin", "new", "acme");
    expect(readFileSync(join(folder, "plugins/registry.generated.ts"), "utf8")).toContain('import("./acme/index.ts")');
    const { stdout } = await node(
      folder,
      VITEST,
      "run",
      "--root",
      folder,
      "--testTimeout",
      "60000",
      "plugins/acme",
      "plugins/generate-catalog",
    );
    expect(stdout).toMatch(/Tests\s+2\d passed/);
    const files = await node(folder, join(ROOT, "node_modules/oxfmt/bin/oxfmt"), "--check", "plugins/acme").catch(
      (error: { stdout: string; stderr: string }) => error,
    );
    expect(`${files.stdout}${files.stderr}`).toContain("All matched files use the correct format");
    await node(folder, join(ROOT, "node_modules/oxlint/bin/oxlint"), "plugins/acme");
  });
});
