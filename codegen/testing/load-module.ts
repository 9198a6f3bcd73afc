import { Script } from "node:vm";
import { ts } from "ts-morph";

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

/** The workflow that a module of our own emitter exports under a name, ready to be called. */
export function loadWorkflow(source: string, name: string, world: ModuleWorld): (input: unknown) => Promise<unknown> {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  const exported: Record<string, (input: unknown) => Promise<unknown>> = {};
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
