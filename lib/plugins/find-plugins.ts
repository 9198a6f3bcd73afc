import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { z } from "zod";
import { kebabCase } from "../../plugins/kit/catalog.ts";
import type { Plugin } from "../../plugins/kit/define-plugin.ts";
import { reservedServices } from "../services/service-definition.ts";
import type { Step } from "../../plugins/kit/step-options.ts";

type LoadStep = () => Promise<Step<never, unknown>>;

/** A service whose code lies outside of Weft. */
export interface OutsidePlugin {
  readonly plugin: Plugin;
  readonly folder: string;
  /** By action. */
  readonly steps: ReadonlyMap<string, LoadStep>;
  /** Tries its credential, where it has such a function. */
  readonly checkConnection?: () => Promise<unknown>;
}

export interface FoundPlugins {
  readonly plugins: readonly OutsidePlugin[];
  /** One sentence for each that cannot be used. */
  readonly problems: readonly string[];
}

export interface FindOptions {
  /** The names that are taken already. */
  readonly taken: ReadonlySet<string>;
  readonly workingFolder?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PACKAGE = /^weft-plugin-[a-z0-9._-]+$/;

/**
 * Loads the plugins that are not built in: packages called `weft-plugin-…` or `@scope/weft-plugin-…` beside the working folder and beside
 * Weft, and the folders of `WEFT_PLUGINS`, else those in `weft-plugins`. One that is broken is left out and said, nothing more.
 */
export async function findPlugins({ taken, workingFolder = process.cwd(), environment = process.env }: FindOptions): Promise<FoundPlugins> {
  const plugins: OutsidePlugin[] = [];
  const problems: string[] = [];
  const names = new Set([...taken, ...reservedServices]);
  for (const folder of listFolders(workingFolder, environment)) {
    try {
      const found = await loadPlugin(folder);
      const { name } = found.plugin;
      if (names.has(name)) throw new Error(`there is a service called ${name} already; give it another name`);
      names.add(name);
      plugins.push(found);
    } catch (error) {
      const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
      problems.push(`The plugin in ${folder} is left out: ${reason}`);
    }
  }
  return { plugins, problems };
}

function listFolders(workingFolder: string, environment: Readonly<Record<string, string | undefined>>): string[] {
  const packages = [workingFolder, ROOT].flatMap((folder) => listPackages(join(folder, "node_modules")));
  const named = environment["WEFT_PLUGINS"];
  const local =
    named === undefined
      ? listFolder(join(workingFolder, "weft-plugins")).map((name) => join(workingFolder, "weft-plugins", name))
      : named.split(",").flatMap((folder) => (folder.trim() === "" ? [] : [resolve(workingFolder, folder.trim())]));
  return [...new Set([...packages, ...local])];
}

function listPackages(modules: string): string[] {
  const names = listFolder(modules);
  const scoped = names
    .filter((name) => name.startsWith("@"))
    .flatMap((scope) => listFolder(join(modules, scope)).map((name) => `${scope}/${name}`));
  return [...names, ...scoped].filter((name) => PACKAGE.test(name.split("/").at(-1) ?? "")).map((name) => join(modules, name));
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith("."))
      .sort();
  } catch {
    return [];
  }
}

async function loadPlugin(folder: string): Promise<OutsidePlugin> {
  const index = findEntry(folder);
  const loaded = (await import(pathToFileURL(index).href)) as { plugin?: unknown };
  const plugin = checkPlugin(loaded.plugin, index);
  const steps = new Map<string, LoadStep>();
  for (const { name } of plugin.actions) {
    const file = findModule(folder, join("steps", kebabCase(name)));
    if (file === undefined) throw new Error(`its action ${name} has no step: steps/${kebabCase(name)}.ts or .js is missing`);
    steps.set(name, () => loadStep(file, name));
  }
  const check = findModule(folder, join("steps", "check-connection"));
  return { plugin, folder, steps, ...(check === undefined ? {} : { checkConnection: () => loadStep(check, "checkConnection") }) };
}

async function loadStep(file: string, name: string): Promise<Step<never, unknown>> {
  const loaded = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  const step = loaded[name];
  if (typeof step !== "function") throw new Error(`${file} exports no function ${name}`);
  // What a step takes and gives, its action's schemas say.
  return step as Step<never, unknown>;
}

function findEntry(folder: string): string {
  if (!existsSync(folder)) throw new Error("there is no such folder");
  const entry = entryOfPackage(folder) ?? findModule(folder, "index");
  if (entry === undefined || !existsSync(entry)) throw new Error("it has no index.ts or index.js");
  return entry;
}

const packageJson = z.looseObject({ main: z.string().optional(), exports: z.unknown() });

function entryOfPackage(folder: string): string | undefined {
  const file = join(folder, "package.json");
  if (!existsSync(file)) return undefined;
  const parsed = packageJson.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.success) return undefined;
  const { exports, main } = parsed.data;
  const root = typeof exports === "object" && exports !== null && "." in exports ? exports["."] : exports;
  const said = typeof root === "object" && root !== null ? (Reflect.get(root, "import") ?? Reflect.get(root, "default")) : root;
  const path = typeof said === "string" ? said : main;
  return path === undefined ? undefined : join(folder, path);
}

/** Packages ship JavaScript, since Node takes types out of no file in `node_modules`; a folder of one's own may hold TypeScript. */
function findModule(folder: string, path: string): string | undefined {
  return [".ts", ".js", ".mjs"]
    .map((ending) => join(folder, `${path}${ending}`))
    .find((file) => existsSync(file) && !(file.endsWith(".ts") && file.includes("node_modules")));
}

const identifier = /^[a-z][A-Za-z0-9]*$/;

function checkPlugin(value: unknown, index: string): Plugin {
  if (typeof value !== "object" || value === null)
    throw new Error(`${index} exports no \`plugin\`; write \`export const plugin = definePlugin({ … })\``);
  // Looked at field by field below.
  const plugin = value as Plugin;
  if (!identifier.test(String(plugin.name))) throw new Error(`its name ${JSON.stringify(plugin.name)} must be a lower-camel identifier`);
  if (typeof plugin.label !== "string" || typeof plugin.description !== "string") throw new Error("it needs a label and a description");
  if (!Array.isArray(plugin.actions) || plugin.actions.length === 0) throw new Error("it has no actions");
  for (const action of plugin.actions) {
    if (!identifier.test(String(action.name)))
      throw new Error(`the name of its action ${JSON.stringify(action.name)} must be a lower-camel identifier`);
    for (const side of ["input", "output"] as const) {
      const schema: unknown = action[side];
      if (typeof schema !== "object" || schema === null || !("_zod" in schema)) {
        throw new Error(`the ${side} of its action ${action.name} is no Zod 4 schema; take \`z\` from weftwork/kit`);
      }
    }
  }
  return plugin;
}
