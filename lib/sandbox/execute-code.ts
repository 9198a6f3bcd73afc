import type { QuickJSContext, QuickJSHandle, QuickJSRuntime, QuickJSWASMModule } from "quickjs-emscripten";
import { RELEASE_SYNC, newQuickJSWASMModuleFromVariant, newVariant } from "quickjs-emscripten";
import type { CodeErrorDetails, CodeLimit, CodeLog } from "./code-error.ts";
import { PRELUDE } from "./prelude.ts";
import { stripTypes } from "./strip-types.ts";

export interface CodeLimits {
  readonly timeMs: number;
  /** Of the result as JSON text. */
  readonly outputBytes: number;
  readonly stackBytes: number;
}

export interface CodeTask {
  readonly source: string;
  readonly inputNames: readonly string[];
  /** The inputs as one JSON object. */
  readonly inputs: string;
  readonly limits: CodeLimits;
}

export interface CodeOutcome {
  /** JSON text; undefined when the code returned undefined. */
  readonly value?: string | undefined;
  readonly error?: CodeErrorDetails;
  readonly logs: readonly CodeLog[];
  /** The engine broke, or has grown and cannot shrink: end the thread. */
  readonly poisoned: boolean;
}

/** What one call may use, beside what the engine itself needs. */
const MEMORY_BYTES = 64 * 1_048_576;
const PAGE_BYTES = 65_536;
const ENGINE_PAGES = 256;
/** Memory never shrinks; an engine that holds more than this is better made anew. */
const KEPT_BYTES = 48 * 1_048_576;

export interface CodeEngine {
  readonly quickjs: QuickJSWASMModule;
  readonly memory: WebAssembly.Memory;
}

/** A QuickJS whose memory ends at the limit: its own count of what it uses is wrong in this build, the end of the memory is not. */
export async function loadEngine(): Promise<CodeEngine> {
  const memory = new WebAssembly.Memory({ initial: ENGINE_PAGES, maximum: ENGINE_PAGES + MEMORY_BYTES / PAGE_BYTES });
  // An engine that aborts would print it; the outcome says so too.
  const emscriptenModule = { wasmMemory: memory, printErr: () => undefined };
  const variant = newVariant(RELEASE_SYNC, { emscriptenModule });
  return { quickjs: await newQuickJSWASMModuleFromVariant(variant), memory };
}

/** Runs one body in a QuickJS of its own, with nothing of the host in it, in this thread. `isAborted` is asked often. */
export function executeCode(engine: CodeEngine, task: CodeTask, isAborted: () => boolean): CodeOutcome {
  const stripped = stripTypes(task.source, task.inputNames);
  if ("error" in stripped) return { error: stripped.error, logs: [], poisoned: false };
  const deadline = performance.now() + task.limits.timeMs;
  const runtime = engine.quickjs.newRuntime();
  const logs = new LogBook();
  let stopped: CodeLimit | undefined;
  let poisoned = false;
  let outcome: Pick<CodeOutcome, "value" | "error">;
  const context = runtime.newContext();
  const handles: QuickJSHandle[] = [];
  try {
    runtime.setMaxStackSize(task.limits.stackBytes);
    const tools = context.unwrapResult(context.evalCode(PRELUDE, "prelude"));
    const print = context.newFunction("print", (level, line) => logs.add(context.getString(level), context.getString(line)));
    const setUp = context.unwrapResult(context.callFunction(tools, context.undefined, print));
    handles.push(tools, print, setUp);
    runtime.setInterruptHandler(() => {
      if (performance.now() > deadline || isAborted()) stopped = "time";
      return stopped !== undefined;
    });
    outcome = runBody(runtime, context, setUp, stripped.javascript, task, handles, () => stopped);
  } catch (error) {
    // A trap inside WebAssembly, or a QuickJS error so early that it could not be described.
    poisoned = true;
    outcome = { error: limitError(stopped ?? limitOf(String(error)) ?? "memory", task.limits) };
  }
  try {
    for (const handle of handles) if (handle.alive) handle.dispose();
    context.dispose();
    runtime.dispose();
  } catch {
    poisoned = true;
  }
  if (outcome.error?.message === "null" && isFull(engine)) outcome = { error: limitError("memory", task.limits) };
  return { ...outcome, logs: logs.lines, poisoned: poisoned || engine.memory.buffer.byteLength > KEPT_BYTES };
}

/** QuickJS throws null when there is no memory left for an error. Memory grows in steps, and stops short of its end. */
function isFull(engine: CodeEngine): boolean {
  return engine.memory.buffer.byteLength > (ENGINE_PAGES * PAGE_BYTES + MEMORY_BYTES) * 0.75;
}

function runBody(
  runtime: QuickJSRuntime,
  context: QuickJSContext,
  tools: QuickJSHandle,
  javascript: string,
  task: CodeTask,
  handles: QuickJSHandle[],
  stopped: () => CodeLimit | undefined,
): Pick<CodeOutcome, "value" | "error"> {
  const keep = (handle: QuickJSHandle): QuickJSHandle => (handles.push(handle), handle);
  const describe = keep(context.getProp(tools, "describe"));
  const stringify = keep(context.getProp(tools, "stringify"));
  const parse = keep(context.getProp(tools, "parse"));
  const fail = (thrown: QuickJSHandle): { error: CodeErrorDetails } => ({
    error: explain(context, describe, thrown, stopped, task.limits),
  });

  const inputs = context.callFunction(parse, context.undefined, keep(context.newString(task.inputs)));
  if (inputs.error) return fail(keep(inputs.error));
  keep(inputs.value);
  const body = context.evalCode(javascript, "code");
  if (body.error) return fail(keep(body.error));
  keep(body.value);
  const promise = context.callFunction(body.value, context.undefined, inputs.value);
  if (promise.error) return fail(keep(promise.error));
  keep(promise.value);

  for (;;) {
    const jobs = runtime.executePendingJobs(1_000);
    if (jobs.error) return fail(keep(jobs.error));
    if (stopped() !== undefined) return { error: limitError("time", task.limits) };
    if (jobs.value === 0) break;
  }
  const state = context.getPromiseState(promise.value);
  if (state.type === "pending") {
    const message = "The code awaits something that never comes: there are no timers and no network in a code step.";
    return { error: { name: "Error", message } };
  }
  if (state.type === "rejected") return fail(keep(state.error));
  const result = keep(state.value);
  const text = context.callFunction(stringify, context.undefined, result);
  if (text.error) return fail(keep(text.error));
  keep(text.value);
  if (context.typeof(text.value) !== "string") return { value: undefined };
  const length = context.getNumber(keep(context.getProp(text.value, "length")));
  if (length > task.limits.outputBytes) return { error: limitError("output", task.limits) };
  const value = context.getString(text.value);
  return Buffer.byteLength(value) > task.limits.outputBytes ? { error: limitError("output", task.limits) } : { value };
}

/** What was thrown, described inside the sandbox: the thrown value may be anything, a trap included. */
function explain(
  context: QuickJSContext,
  describe: QuickJSHandle,
  thrown: QuickJSHandle,
  stopped: () => CodeLimit | undefined,
  limits: CodeLimits,
): CodeErrorDetails {
  const described = context.callFunction(describe, context.undefined, thrown);
  if (described.error) {
    described.error.dispose();
    return limitError(stopped() ?? "memory", limits);
  }
  const text = context.getString(described.value);
  described.value.dispose();
  // Asked only now: describing runs the thrown value's own code, which may have met the limit too.
  const met = stopped();
  if (met !== undefined) return limitError(met, limits);
  // Made by `describe` in the prelude, from strings it cut to length itself.
  const { name, message, stack } = JSON.parse(text) as { name: string; message: string; stack: string };
  const limit = limitOf(`${name}: ${message}`);
  const place = placeOf(stack);
  if (limit !== undefined) return { ...limitError(limit, limits), ...place };
  return { name, message: message + hintFor(name, message), ...place };
}

const HEAD_LINES = 1;

function placeOf(stack: string): { line?: number; column?: number } {
  const match = /\bcode:(\d+)(?::(\d+))?/.exec(stack);
  const line = Number(match?.[1] ?? 0) - HEAD_LINES;
  if (line < 1) return {};
  return match?.[2] === undefined ? { line } : { line, column: Number(match[2]) };
}

function limitOf(text: string): CodeLimit | undefined {
  if (/InternalError: out of memory/.test(text)) return "memory";
  if (/InternalError: stack overflow|Maximum call stack/.test(text)) return "stack";
  if (/InternalError: interrupted/.test(text)) return "time";
  return undefined;
}

function limitError(limit: CodeLimit, limits: CodeLimits): CodeErrorDetails {
  switch (limit) {
    case "time":
      return { name: "TimeoutError", message: `The code ran longer than ${limits.timeMs} ms.`, limit };
    case "memory":
      return { name: "RangeError", message: `The code used more than ${inMegabytes(MEMORY_BYTES)} of memory.`, limit };
    case "output":
      return { name: "RangeError", message: `The result is larger than ${inMegabytes(limits.outputBytes)}.`, limit };
    case "stack":
      return { name: "RangeError", message: "The code calls itself too deeply.", limit };
  }
}

function inMegabytes(bytes: number): string {
  return `${Math.round((bytes / 1_048_576) * 100) / 100} MB`;
}

const ELSEWHERE =
  /^(?:fetch|XMLHttpRequest|WebSocket|process|require|module|Buffer|crypto|set(?:Timeout|Interval|Immediate)|window|document|global)$/;
const PLATFORM =
  /^(?:URL|URLSearchParams|Text(?:En|De)coder|structuredClone|Intl|atob|btoa|queueMicrotask|performance|Headers|AbortController)$/;

function hintFor(name: string, message: string): string {
  const missing = (name === "ReferenceError" ? /^'?(\w+)'? is not defined/.exec(message)?.[1] : undefined) ?? "";
  if (ELSEWHERE.test(missing))
    return ": a code step computes and reaches nothing outside; use an http.request or a sleep node for the rest";
  if (PLATFORM.test(missing)) return ": a code step has what the language itself has; expressions in other nodes know URL too";
  return "";
}

/** Of what the code prints, this much is kept. */
const MOST_LINES = 200;
const MOST_CHARACTERS = 16_384;

class LogBook {
  readonly lines: CodeLog[] = [];
  #room = MOST_CHARACTERS;

  add(level: string, text: string): void {
    if (this.#room <= 0) return;
    this.#room -= text.length + 1;
    const isLast = this.lines.length === MOST_LINES - 1;
    if (this.#room > 0 && !isLast) return void this.lines.push({ level: level === "warn" || level === "error" ? level : "log", text });
    this.#room = 0;
    this.lines.push({ level: "warn", text: "… the rest of the log was cut" });
  }
}
