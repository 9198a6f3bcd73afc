import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { kebabCase } from "../../plugins/kit/catalog.ts";
import type { Plugin } from "../../plugins/kit/define-plugin.ts";
import type { Step } from "../../plugins/kit/step-options.ts";
import { ROOT } from "../data-folder.ts";
import { reservedServices } from "../services/service-definition.ts";
import { checkPlugin } from "./check-plugin.ts";
import { describeThrown } from "./describe-thrown.ts";
import { provideKit } from "./provide-kit.ts";

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

const LOAD_SECONDS = 10;
const PACKAGE = /^weft-plugin-[a-z0-9._-]+$/;

/**
 * Loads the plugins that are not built in: packages called `weft-plugin-…` or `@scope/weft-plugin-…` beside the working folder and beside
 * Weft, and the folders of `WEFT_PLUGINS`, else those in `weft-plugins`. One that is broken is left out and said, nothing more.
 */
export async function findPlugins({ taken, workingFolder = process.cwd(), environment = process.env }: FindOptions): Promise<FoundPlugins> {
  const plugins: OutsidePlugin[] = [];
  const problems: string[] = [];
  const names = new Set([...taken, ...reservedServices]);
  provideKit();
  for (const folder of listFolders(workingFolder, environment)) {
    try {
      const found = await loadPlugin(folder);
      const { name } = found.plugin;
      if (names.has(name)) throw new Error(`there is a service called ${name} already; give it another name`);
      names.add(name);
      plugins.push(found);
    } catch (error) {
      problems.push(`The plugin in ${folder} is left out: ${describeThrown(error)}`);
    }
  }
  return { plugins, problems };
}

function listFolders(workingFolder: string, environment: Readonly<Record<string, string | undefined>>): string[] {
  const packages = [workingFolder, ROOT].flatMap((folder) => listPackages(join(folder, "node_modules")));
  const named = environment["WEFT_PLUGINS"];
  const local =
    named === undefined
      ? listFolder(join(workingFolder, "weft-plugins"))
          .map((name) => join(workingFolder, "weft-plugins", name))
          .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true)
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
  const loaded = (await importInTime(index)) as { plugin?: unknown };
  const plugin = checkPlugin(loaded.plugin, index);
  // What was built has its steps beside its index, wherever that is.
  const find = (file: string): string | undefined => findModule(dirname(index), file) ?? findModule(folder, file);
  const steps = new Map<string, LoadStep>();
  for (const { name } of plugin.actions) {
    const file = find(join("steps", kebabCase(name)));
    if (file === undefined) throw new Error(`its action ${name} has no step: steps/${kebabCase(name)}.ts or .js is missing`);
    steps.set(name, () => loadStep(file, name));
  }
  const check = find(join("steps", "check-connection"));
  return { plugin, folder, steps, ...(check === undefined ? {} : { checkConnection: () => loadStep(check, "checkConnection") }) };
}

/** A module that waits for ever would keep everything else from starting. */
async function importInTime(file: string): Promise<unknown> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`it has not loaded after ${LOAD_SECONDS} seconds`)), LOAD_SECONDS * 1000);
  try {
    return await Promise.race([import(pathToFileURL(file).href), promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function loadStep(file: string, name: string): Promise<Step<never, unknown>> {
  const loaded = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  const step = loaded[name];
  if (typeof step !== "function") throw new Error(`${file} exports no function ${name}`);
  // What a step takes and gives, its action's schemas say.
  return step as Step<never, unknown>;
}

/** A folder of one's own is taken as it is written, although its `package.json` may say what is built of it for others. */
function findEntry(folder: string): string {
  if (!existsSync(folder)) throw new Error("there is no such folder");
  const entry = isInstalled(folder) ? (entryOfPackage(folder) ?? findModule(folder, "index")) : findModule(folder, "index");
  const found = entry ?? entryOfPackage(folder);
  if (found === undefined) throw new Error("it has no index.ts or index.js");
  if (!existsSync(found)) throw new Error(`${found}, which its package.json names, is not there; has it been built?`);
  if (isInstalled(found) && /\.[cm]?ts$/.test(found)) {
    throw new Error(`its package.json names ${found}, and a package must ship JavaScript; build it, or put its folder into weft-plugins`);
  }
  return found;
}

const packageJson = z.looseObject({ main: z.string().optional(), exports: z.unknown() });

function entryOfPackage(folder: string): string | undefined {
  const file = join(folder, "package.json");
  if (!existsSync(file)) return undefined;
  const parsed = packageJson.safeParse(parseJson(file));
  if (!parsed.success) return undefined;
  const { exports, main } = parsed.data;
  const root = typeof exports === "object" && exports !== null && "." in exports ? exports["."] : exports;
  const said = typeof root === "object" && root !== null ? (Reflect.get(root, "import") ?? Reflect.get(root, "default")) : root;
  const path = typeof said === "string" ? said : main;
  return path === undefined ? undefined : join(folder, path);
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file} is no JSON: ${describeThrown(error)}`, { cause: error });
  }
}

/** Packages ship JavaScript, since Node takes types out of no file in `node_modules`; a folder of one's own may hold TypeScript. */
function findModule(folder: string, path: string): string | undefined {
  return [".ts", ".js", ".mjs"]
    .map((ending) => join(folder, `${path}${ending}`))
    .find((file) => existsSync(file) && !(file.endsWith(".ts") && isInstalled(file)));
}

/** A linked package is the folder that it links to. */
function isInstalled(path: string): boolean {
  return realpathSync(path).split(sep).includes("node_modules");
}
