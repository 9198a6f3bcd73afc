import { readFileSync } from "node:fs";
import { Script } from "node:vm";
import { ts } from "ts-morph";
import * as duration from "../../plugins/kit/duration.ts";
import * as pending from "../../plugins/kit/pending.ts";

/** What loading an emitted module takes from outside. */
export interface ModuleWorld {
  /** The module of a specifier. */
  readonly load: (specifier: string) => unknown;
  /** Free names of the module, such as the server target's calls by node. */
  readonly globals: Readonly<Record<string, unknown>>;
}

/** The names of the calls by node that a server target's module makes. */
export function listNodeCalls(source: string): { readonly callee: string; readonly node: string }[] {
  const callees = new Set(source.match(/\b[A-Za-z0-9]+\$(?:step|child)\b/g));
  return [...callees].map((callee) => ({ callee, node: callee.slice(0, callee.indexOf("$")) }));
}

/** The names by which a server target's module sleeps, one a node. */
export function listNodeSleeps(source: string): string[] {
  return [...new Set(source.match(/\b[A-Za-z0-9]+\$sleep\b/g))];
}

/** The nodes whose steps poll, in a server target's module. */
export function listPolledNodes(source: string): ReadonlySet<string> {
  return new Set([...source.matchAll(/\buntilDone\d*\(\s*([A-Za-z0-9]+)\$step\b/g)].map(([, node]) => node ?? ""));
}

const untilDoneSource = readFileSync(new URL("../../plugins/kit/until-done.ts", import.meta.url), "utf8");

/** The kit's own `untilDone`, sleeping as the world around it does. */
export function loadUntilDone(sleep: (milliseconds: number) => Promise<void>): unknown {
  const modules: Readonly<Record<string, unknown>> = { workflow: { sleep }, "./duration.ts": duration, "./pending.ts": pending };
  return { untilDone: loadExport(untilDoneSource, "untilDone", { load: (specifier) => modules[specifier], globals: {} }) };
}

/** The workflow that a module of our own emitter exports under a name, ready to be called. */
export function loadWorkflow(source: string, name: string, world: ModuleWorld): (input: unknown) => Promise<unknown> {
  return loadExport(source, name, world);
}

function loadExport(source: string, name: string, world: ModuleWorld): (...args: unknown[]) => Promise<unknown> {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  const exported: Record<string, (...args: unknown[]) => Promise<unknown>> = {};
  const names = Object.keys(world.globals);
  // A script's last expression is its value; this one is the function written here.
  const load = new Script(`(${["require", "exports", ...names].join(", ")}) => {${outputText}\n}`).runInThisContext() as (
    ...args: unknown[]
  ) => void;
  load(world.load, exported, ...names.map((global) => world.globals[global]));
  const run = exported[name];
  if (!run) throw new Error(`the module does not export ${name}`);
  return run;
}
