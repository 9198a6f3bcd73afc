import { availableParallelism } from "node:os";
import { CodeError, type CodeLog } from "./code-error.ts";
import type { CodeLimits, CodeTask } from "./execute-code.ts";
import { SandboxPool } from "./sandbox-pool.ts";

export interface RunCodeOptions {
  /** A TypeScript function body; its inputs are in scope by name. */
  readonly source: string;
  /** JSON; undefined values are left out. */
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly limits?: Partial<CodeLimits>;
  readonly signal?: AbortSignal;
}

export interface CodeResult {
  /** What the code returned, as JSON carries it. */
  readonly value: unknown;
  /** Lines of `console.log` and its like. */
  readonly logs: readonly CodeLog[];
}

const DEFAULT_LIMITS: CodeLimits = {
  timeMs: 10_000,
  outputBytes: 1_048_576,
  stackBytes: 256 * 1_024,
};

const INPUT_NAME = /^[A-Za-z_$][\w$]*$/;

// On globalThis, because a bundler may make several copies of this module and two pools would share the cores badly.
const KEY = Symbol.for("weft.sandbox-pool");
const holder = globalThis as { [KEY]?: SandboxPool };

/** Runs a person's code where it can reach nothing. Throws a CodeError when it fails or meets a limit. */
export async function runCode(options: RunCodeOptions): Promise<CodeResult> {
  const inputNames = Object.keys(options.inputs);
  const odd = inputNames.find((name) => !INPUT_NAME.test(name));
  if (odd !== undefined) {
    throw new CodeError({ name: "SyntaxError", message: `The input ${JSON.stringify(odd)} is not a variable name.` }, "", []);
  }
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const task: CodeTask = { source: options.source, inputNames, inputs: JSON.stringify(options.inputs), limits };
  const pool = (holder[KEY] ??= new SandboxPool(Math.min(8, Math.max(2, availableParallelism()))));
  const outcome = await pool.run(task, options.signal);
  if (outcome.error) throw new CodeError(outcome.error, options.source, outcome.logs);
  return { value: outcome.value === undefined ? undefined : parseResult(outcome.value), logs: outcome.logs };
}

/** A key called __proto__ is data to nobody and a trap to many. */
function parseResult(json: string): unknown {
  if (!json.includes("__proto__")) return JSON.parse(json);
  return JSON.parse(json, (key, value: unknown) => (key === "__proto__" ? undefined : value));
}
