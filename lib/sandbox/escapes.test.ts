import { expect, it } from "vitest";
import { runCode } from "./run-code.ts";

/** Each asks for something of the host, in a way that has worked in some sandbox; in ours there is nothing to find. */
const ESCAPES: readonly (readonly [name: string, source: string, expected: unknown])[] = [
  ["the Function constructor of this", "return typeof this?.constructor?.constructor('return globalThis.process')()", "undefined"],
  ["Function('return this')", "return typeof Function('return this')().process", "undefined"],
  ["the constructor of an input", "return input.constructor.constructor('return typeof process')()", "undefined"],
  [
    "the constructor of console.log, a host function underneath",
    "return typeof console.log.constructor('return typeof process')()",
    "string",
  ],
  ["process through console.log's constructor", "return console.log.constructor('return typeof process')()", "undefined"],
  ["the caller of a host function", "return typeof console.log.caller", "TypeError"],
  ["arguments.callee.caller", "return (function () { return typeof arguments.callee.caller })()", "undefined"],
  ["require", "return typeof require", "undefined"],
  ["dynamic import", "return await import('node:fs').then(() => 'imported', (error) => error.name)", "ReferenceError"],
  [
    "dynamic import of a URL",
    "return await import('data:text/javascript,export default 1').then(() => 'imported', (error) => error.name)",
    "ReferenceError",
  ],
  ["process", "return typeof process", "undefined"],
  [
    "global objects of Node",
    "return [typeof Buffer, typeof global, typeof setTimeout, typeof fetch, typeof WebAssembly]",
    Array(5).fill("undefined"),
  ],
  ["QuickJS's own modules", "return [typeof std, typeof os, typeof scriptArgs, typeof print, typeof loadFile]", Array(5).fill("undefined")],
  [
    "Error.prepareStackTrace and its call sites",
    "Error.prepareStackTrace = (_, sites) => typeof sites?.[0]?.getThis?.(); const s = new Error('x').stack; return typeof s === 'string' && s.includes('node:')",
    false,
  ],
  ["host paths in a stack trace", "return /node_modules|file:|\\/work\\//.test(new Error('x').stack)", false],
  [
    "the error of a host function",
    "try { console.log({ toString() { throw 1 } }, Symbol('x')) } catch (error) { return typeof error?.constructor?.constructor('return process')() } return 'none'",
    "none",
  ],
  ["a Proxy handed to the host", "console.log(new Proxy({}, { get(t, k, r) { return typeof r?.process } })); return 'quiet'", "quiet"],
  ["a poisoned JSON", "JSON.stringify = () => '{\"$\":1}'; JSON.parse = () => { throw 1 }; return { real: true }", { real: true }],
  [
    "a poisoned Object.prototype",
    "Object.prototype.value = 'evil'; Object.prototype.error = 'evil'; Object.prototype.toJSON = undefined; return {}",
    {},
  ],
  ["a poisoned Promise.then", "Promise.prototype.then = function () { throw 1 }; return 7", 7],
  [
    "a poisoned String and Array prototype",
    "String.prototype.slice = Array.prototype.join = () => { throw 1 }; console.log('x', 1); return 'fine'",
    "fine",
  ],
  ["a thenable result", "return { then(resolve) { resolve(typeof process) } }", "undefined"],
  ["a __proto__ key in the result", 'return JSON.parse(\'{"__proto__":{"polluted":true},"a":1}\')', { a: 1 }],
  ["an async generator's constructor", "return typeof (async function* () {}).constructor('return process')", "function"],
  ["eval, which sees no more", "return eval('typeof process + typeof require')", "undefinedundefined"],
  ["indirect eval", "return (0, eval)('typeof process')", "undefined"],
  ["with and Symbol.unscopables", "return Function('o', 'with (o) { return typeof process }')({})", "undefined"],
  ["a finalizer kept for after the run", "new FinalizationRegistry(() => { globalThis.late = 1 }).register({}, 0); return 'done'", "done"],
  ["shared memory to time with", "return typeof Atomics", "undefined"],
  ["closing the wrapping function", "return 1 }); globalThis.leak = 1; (async function () { return 2", 2],
];

it.each(ESCAPES)("finds nothing by %s", async (_, source, expected) => {
  const outcome: unknown = await runCode({ source, inputs: { input: { a: 1 } } }).then(
    ({ value }) => value,
    (error: unknown) => (error instanceof Error ? error.name : error),
  );
  expect(outcome).toEqual(expected);
});

it("starts each run from a fresh world", async () => {
  await runCode({ source: "globalThis.leak = 1; Array.prototype.leak = 1; Object.prototype.leak = 1;", inputs: {} });
  for (let run = 0; run < 5; run++) {
    expect((await runCode({ source: "return [typeof leak, typeof [].leak, typeof ({}).leak]", inputs: {} })).value).toEqual(
      Array(3).fill("undefined"),
    );
  }
});

it("leaves the host's own prototypes alone", async () => {
  const { value } = await runCode({ source: 'return JSON.parse(\'{"constructor":{"prototype":{"polluted":1}}}\')', inputs: {} });
  expect(value).toEqual({ constructor: { prototype: { polluted: 1 } } });
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

it("knows no environment variables", async () => {
  process.env.WEFT_TEST_SECRET = "marked-secret";
  const source =
    "return JSON.stringify(Object.getOwnPropertyNames(globalThis).map((name) => { try { return String(globalThis[name]) } catch { return name } }))";
  expect(String((await runCode({ source, inputs: {} })).value)).not.toContain("marked-secret");
});
