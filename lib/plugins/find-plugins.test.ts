import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findPlugins } from "./find-plugins.ts";
import { scaffoldPlugin } from "./scaffold-plugin.ts";

const ROOT = join(import.meta.dirname, "../..");
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "weft-plugins-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(ROOT, join(folder, "node_modules", "weftwork"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

const under = (where: string, files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([file, text]) => [join(where, file), text]));

/** A package as npm brings it: JavaScript. */
const packaged = (name: string): Record<string, string> => ({
  "package.json": JSON.stringify({
    name: `weft-plugin-${name}`,
    version: "1.0.0",
    type: "module",
    exports: { ".": { import: "./dist.js" } },
  }),
  "dist.js": `import { definePlugin, defineAction, z } from "weftwork/kit";
export const plugin = definePlugin({ name: "${name}", label: "Acme", description: "Acme.", actions: [
  defineAction({ name: "ping", label: "Ping", description: "Pings.", input: z.strictObject({}), output: z.object({ ok: z.boolean() }) }),
] });`,
  "steps/ping.js": `export async function ping() { "use step"; return { ok: true }; }`,
});

const find = (environment: Record<string, string> = {}) => findPlugins({ taken: new Set(["http"]), workingFolder: folder, environment });

it("finds packages, scoped ones too, and folders in weft-plugins, with their steps", async () => {
  write({
    ...under("node_modules/weft-plugin-acme", packaged("acme")),
    ...under("node_modules/@corp/weft-plugin-tools", packaged("tools")),
    ...under("node_modules/other", packaged("other")),
    ...under("weft-plugins/looms", scaffoldPlugin("looms", "outside")),
  });
  const { plugins, problems } = await find();
  expect(problems).toEqual([]);
  expect(plugins.map(({ plugin, steps }) => [plugin.name, [...steps.keys()]])).toEqual(
    [
      ["tools", ["ping"]],
      ["acme", ["ping"]],
      ["looms", ["createItem"]],
    ].toSorted(([a], [b]) => ["acme", "tools", "looms"].indexOf(String(a)) - ["acme", "tools", "looms"].indexOf(String(b))),
  );
  const ping = await plugins.find(({ plugin }) => plugin.name === "acme")?.steps.get("ping")?.();
  expect(await ping?.({} as never)).toEqual({ ok: true });
});

it("takes the folders of WEFT_PLUGINS in place of weft-plugins", async () => {
  write({ ...under("weft-plugins/looms", scaffoldPlugin("looms", "outside")), ...under("mine/yarn", scaffoldPlugin("yarn", "outside")) });
  const { plugins } = await find({ WEFT_PLUGINS: "mine/yarn, " });
  expect(plugins.map(({ plugin }) => plugin.name)).toEqual(["yarn"]);
});

it.each([
  ["throws when it loads", { "index.ts": 'throw new Error("boom");' }, "boom"],
  ["exports no plugin", { "index.ts": "export const other = 1;" }, "exports no `plugin`"],
  ["has no index", { "readme.md": "" }, "it has no index.ts or index.js"],
  ["imports what is not there", { "index.ts": 'import "weft-nothing";' }, "Cannot find package 'weft-nothing'"],
  ["is called like a built-in service", scaffoldPlugin("http", "outside"), "there is a service called http already"],
  ["lacks a step", { ...scaffoldPlugin("acme", "outside"), "steps/create-item.ts": undefined }, "its action createItem has no step"],
  [
    "has another schema library",
    {
      "index.ts": 'export const plugin = { name: "acme", label: "A", description: "A", actions: [{ name: "a", input: {}, output: {} }] };',
    },
    "is no Zod 4 schema",
  ],
  [
    "has a name that is none",
    { "index.ts": 'export const plugin = { name: "Acme-1", label: "A", description: "A", actions: [] };' },
    "must be a lower-camel identifier",
  ],
])("leaves out one that %s, says why in one line, and keeps the others", async (_, files, reason) => {
  const there = Object.fromEntries(Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== undefined));
  write({ ...under("weft-plugins/broken", there), ...under("weft-plugins/zebra", scaffoldPlugin("zebra", "outside")) });
  const { plugins, problems } = await find();
  expect(plugins.map(({ plugin }) => plugin.name)).toEqual(["zebra"]);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`The plugin in ${join(folder, "weft-plugins", "broken")} is left out: `);
  expect(problems[0]).toContain(reason);
  expect(problems[0]).not.toContain("\n");
});

it("finds nothing where there is nothing", async () => {
  expect(await find()).toEqual({ plugins: [], problems: [] });
});
