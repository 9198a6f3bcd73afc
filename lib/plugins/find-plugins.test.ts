import { execFileSync } from "node:child_process";
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

/** A plugin whose actions are this expression over `ping`, an action that is right. */
const plugin = (actions: string, name = "acme", more = ""): Record<string, string> => ({
  "index.ts": `import { defineAction, z } from "weftwork/kit";
const ping = defineAction({ name: "ping", label: "Ping", description: "Pings.", input: z.strictObject({}), output: z.object({}) });
export const plugin = { name: "${name}", label: "Acme", description: "Acme.", ${more} actions: ${actions} };`,
  "steps/ping.ts": `export async function ping() { "use step"; return {}; }`,
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
      "index.ts":
        'const action = { name: "a", label: "A", description: "A", input: {}, output: {} };\nexport const plugin = { name: "acme", label: "A", description: "A", actions: [action] };',
    },
    "is no Zod 4 schema",
  ],
  [
    "has a name that is none",
    { "index.ts": 'export const plugin = { name: "Acme-1", label: "A", description: "A", actions: [] };' },
    "must be a lower-camel identifier",
  ],
  ["throws nothing", { "index.ts": "throw null;" }, "it throws null"],
  ["throws what cannot be shown", { "index.ts": "throw { toString() { throw 1; } };" }, "it throws something that cannot be shown"],
  ["has a package.json that is none", { "package.json": "{nope" }, "package.json is no JSON: "],
  ["is called like a part of the language", plugin("[ping]", "control"), "there is a service called control already"],
  ["is called like what every object has", plugin("[ping]", "constructor"), 'its name "constructor" must be a lower-camel identifier'],
  [
    "names an action as no function can be called",
    plugin('[{ ...ping, name: "if" }]'),
    'the name of its action "if" must be a lower-camel identifier',
  ],
  ["has two actions of one name", plugin("[ping, ping]"), "it has two actions called ping"],
  ["has an action that is none", plugin("[null]"), "one of its actions is no object"],
  ["has an action without a label", plugin("[{ ...ping, label: undefined }]"), "its action ping needs a label and a description"],
  [
    "has a schema that only looks like one",
    plugin("[{ ...ping, input: { _zod: 1 } }]"),
    "the input of its action ping cannot be written as JSON Schema",
  ],
  ["has a schema whose getter throws", plugin('[{ ...ping, get input() { throw new Error("boom"); } }]'), ": boom"],
  [
    "has a field whose getter throws",
    plugin('[{ ...ping, input: z.object({ get a() { throw new Error("boom"); } }) }]'),
    "cannot be written as JSON Schema: boom",
  ],
  [
    "gives what JSON cannot say",
    plugin("[{ ...ping, output: z.object({ at: z.date() }) }]"),
    "the output of its action ping cannot be written as JSON Schema: Date",
  ],
  ["gives no object", plugin("[{ ...ping, output: z.string() }]"), "the output of its action ping must be an object"],
  ["has a credential that is none", plugin("[ping]", "acme", "credential: 5,"), "its credential is wrong: "],
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

it("reads a plugin once, whatever its getters answer the second time", async () => {
  const { "index.ts": index = "", ...files } = plugin("[ping]");
  const changing = index.replace('name: "acme"', 'get name() { return times++ === 0 ? "flip" : "http"; }');
  write(under("weft-plugins/flip", { ...files, "index.ts": `${changing}\nlet times = 0;` }));
  const { plugins, problems } = await find();
  expect([problems, plugins.map(({ plugin }) => [plugin.name, plugin.name])]).toEqual([[], [["flip", "flip"]]]);
});

it("passes over files that lie in weft-plugins", async () => {
  write({ "weft-plugins/README.md": "# Ours" });
  expect(await find()).toEqual({ plugins: [], problems: [] });
});

it("finds the steps of a package beside its index, and asks for JavaScript", async () => {
  const files = packaged("acme");
  write({
    ...under("node_modules/weft-plugin-acme", {
      "package.json": files["package.json"]?.replace("./dist.js", "./dist/index.js") ?? "",
      "dist/index.js": files["dist.js"] ?? "",
      "dist/steps/ping.js": files["steps/ping.js"] ?? "",
    }),
    ...under("node_modules/weft-plugin-raw", scaffoldPlugin("raw", "outside")),
  });
  const { plugins, problems } = await find();
  expect(plugins.map(({ plugin, steps }) => [plugin.name, [...steps.keys()]])).toEqual([["acme", ["ping"]]]);
  expect(problems).toEqual([expect.stringContaining("has it been built?")]);
});

it("gives a plugin the kit of the Weft that loads it, where no other can be found from its folder", () => {
  rmSync(join(folder, "node_modules"), { recursive: true });
  write(under("far/acme", plugin("[ping]")));
  const script = `import { findPlugins } from ${JSON.stringify(join(ROOT, "lib/plugins/find-plugins.ts"))};
const { plugins, problems } = await findPlugins({ taken: new Set(), environment: { WEFT_PLUGINS: "far/acme" } });
console.log(JSON.stringify([plugins.map(({ plugin }) => plugin.name), problems]));`;
  const answer = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: folder, encoding: "utf8" });
  expect(JSON.parse(answer)).toEqual([["acme"], []]);
});

it("finds nothing where there is nothing", async () => {
  expect(await find()).toEqual({ plugins: [], problems: [] });
});
