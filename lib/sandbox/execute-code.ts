import type { QuickJSContext, QuickJSHandle, QuickJSRuntime, QuickJSWASMModule } from "quickjs-emscripten";
import type { CodeErrorDetails, CodeLimit } from "./code-error.ts";
import { PRELUDE } from "./prelude.ts";
import { stripTypes } from "./strip-types.ts";

export interface CodeLimits {
  readonly timeMs: number;
  readonly memoryBytes: number;
  /** Of the result as JSON text, and of all that was logged. */
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
  readonly logs: readonly string[];
  /** The engine's memory can no longer be trusted: end the worker. */
  readonly poisoned: boolean;
}

/** Runs one body in a QuickJS of its own, with nothing of the host in it, in this thread. `isAborted` is asked often. */
export function executeCode(quickjs: QuickJSWASMModule, task: CodeTask, isAborted: () => boolean): CodeOutcome {
  const stripped = stripTypes(task.source, task.inputNames);
  if ("error" in stripped) return { error: stripped.error, logs: [], poisoned: false };
  const deadline = performance.now() + task.limits.timeMs;
  const runtime = quickjs.newRuntime();
  const logs = new LogBook(task.limits.outputBytes);
  let stopped: CodeLimit | undefined;
  let poisoned = false;
  let outcome: Pick<CodeOutcome, "value" | "error">;
  const context = runtime.newContext();
  const handles: QuickJSHandle[] = [];
  try {
    runtime.setMaxStackSize(task.limits.stackBytes);
    runtime.setMemoryLimit(task.limits.memoryBytes);
    const tools = context.unwrapResult(context.evalCode(PRELUDE, "prelude"));
    const print = context.newFunction("print", (line) => logs.add(context.getString(line)));
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
  return { ...outcome, logs: logs.lines, poisoned };
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
    error: explain(context, describe, thrown, stopped(), task.limits),
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
  stopped: CodeLimit | undefined,
  limits: CodeLimits,
): CodeErrorDetails {
  if (stopped !== undefined) return limitError(stopped, limits);
  const described = context.callFunction(describe, context.undefined, thrown);
  if (described.error) {
    described.error.dispose();
    return limitError("memory", limits);
  }
  const text = context.getString(described.value);
  described.value.dispose();
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
      return { name: "RangeError", message: `The code used more than ${inMegabytes(limits.memoryBytes)} of memory.`, limit };
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

function hintFor(name: string, message: string): string {
  const missing = name === "ReferenceError" ? /^'?(\w+)'? is not defined/.exec(message)?.[1] : undefined;
  if (missing === undefined || !ELSEWHERE.test(missing)) return "";
  return `: a code step computes and reaches nothing outside; use an http.request or a sleep node for the rest`;
}

class LogBook {
  readonly lines: string[] = [];
  #room: number;

  constructor(room: number) {
    this.#room = room;
  }

  add(line: string): void {
    if (this.#room <= 0) return;
    this.#room -= line.length + 1;
    this.lines.push(this.#room > 0 ? line : "… the rest of the log was cut");
  }
}
