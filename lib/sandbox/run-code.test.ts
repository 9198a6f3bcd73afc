import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { CodeError } from "./code-error.ts";
import type { RunCodeOptions } from "./run-code.ts";
import { runCode } from "./run-code.ts";

async function failureOf(source: string, options: Partial<RunCodeOptions> = {}): Promise<CodeError> {
  const outcome = await runCode({ source, inputs: {}, ...options }).catch((error: unknown) => error);
  if (outcome instanceof CodeError) return outcome;
  throw new Error(`expected a CodeError, got ${JSON.stringify(outcome)} ${String(outcome)}`);
}

const value = async (source: string, inputs: Record<string, unknown> = {}): Promise<unknown> => (await runCode({ source, inputs })).value;

describe("a value", () => {
  it("is what the body returns, computed from its inputs", async () => {
    expect(await value("return { sum: a + b.c, list: [a] };", { a: 1, b: { c: 2 } })).toEqual({ sum: 3, list: [1] });
  });

  it("may be awaited for", async () => {
    expect(await value("const all = await Promise.all([1, Promise.resolve(2)]);\nreturn all;")).toEqual([1, 2]);
  });

  it("is undefined without a return, and keeps what JSON keeps", async () => {
    expect(await value("const x = 1;")).toBeUndefined();
    expect(await value("return { at: new Date(0), gone: undefined, no: NaN, text: '\\u2028 \\ud83d\\ude00' };")).toEqual({
      at: "1970-01-01T00:00:00.000Z",
      no: null,
      text: "\u2028 😀",
    });
  });

  it("sees an undefined input as undefined", async () => {
    expect(await value("return [typeof a, b];", { a: undefined, b: null })).toEqual(["undefined", null]);
  });

  it("may be of code in TypeScript", async () => {
    const source =
      "interface Line { price: number }\nconst lines = items as Line[];\nreturn lines.reduce<number>((sum, l) => sum + l.price, 0);";
    expect(await value(source, { items: [{ price: 2 }, { price: 3 }] })).toBe(5);
  });

  it("comes with what was logged", async () => {
    const { logs } = await runCode({
      source: "console.log('a', { b: 1 }, [2], undefined);\nconsole.error(new TypeError('odd'));",
      inputs: {},
    });
    expect(logs).toEqual([
      { level: "log", text: 'a {"b":1} [2] undefined' },
      { level: "error", text: "TypeError: odd" },
    ]);
  });
});

describe("an error", () => {
  it("names the line that the person wrote and shows it", async () => {
    const error = await failureOf("const a: number = 1;\n\nconst b = a.b.c;\nreturn b;");
    expect(error).toMatchObject({ name: "TypeError", line: 3 });
    expect(error.message).toBe("cannot read property 'c' of undefined (line 3: const b = a.b.c;)");
  });

  it("names the line after an interface, which leaves no code", async () => {
    expect(await failureOf("interface A {\n  b: string;\n}\nthrow new RangeError('far');")).toMatchObject({ name: "RangeError", line: 4 });
  });

  it("names the line after an await", async () => {
    expect(await failureOf("await null;\nawait null;\nnull.x;")).toMatchObject({ line: 3 });
  });

  it.each([
    ["return (1 +", 1],
    ["const a = 1;\nconst a = 2;", 2],
    ["let x = ;\nreturn x", 1],
    ["return 1 }", 1],
  ])("of syntax names the line: %j", async (source, line) => {
    expect(await failureOf(source)).toMatchObject({ name: "SyntaxError", line });
  });

  it("says what to use instead of a missing global", async () => {
    expect((await failureOf("return await fetch('https://example.com');")).message).toContain(
      "use an http.request or a sleep node for the rest",
    );
    expect((await failureOf("return procss;")).message).not.toContain("http.request");
  });

  it.each([
    ["throw 'plain'", "plain"],
    ["throw { code: 7 }", '{"code":7}'],
    ["throw null", "null"],
    ["throw undefined", "undefined"],
    ["throw new Proxy({}, { get() { throw 1 } })", ""],
  ])("is described whatever was thrown: %s", async (source, message) => {
    expect((await failureOf(source)).message).toContain(message);
  });

  it("keeps what was logged before it", async () => {
    expect((await failureOf("console.log('so far'); throw new Error('no')")).logs).toEqual([{ level: "log", text: "so far" }]);
  });

  it("refuses a value that JSON cannot hold", async () => {
    expect((await failureOf("return 10n")).name).toBe("TypeError");
    expect((await failureOf("const a = {}; a.a = a; return a")).name).toBe("TypeError");
  });

  it("refuses inputs that are no variable names", async () => {
    expect((await failureOf("return 1", { inputs: { "a b": 1 } })).message).toBe('The input "a b" is not a variable name.');
  });
});

describe("a limit", () => {
  const short = { limits: { timeMs: 150 } };

  it.each([
    ["while (true) {}"],
    ["for (;;) await null;"],
    ["const spin = () => Promise.resolve().then(spin); await spin();"],
    ["try { while (true) {} } catch {} finally { while (true) {} }"],
    ["return /(a+)+$/.test('a'.repeat(50) + 'b')"],
    ["return { toJSON() { while (true) {} } }"],
    ["throw { get message() { while (true) {} } }"],
    ["[1, 2].sort(() => { while (true) {} })"],
    ["throw new Proxy({}, { get() { while (true) {} }, getPrototypeOf() { while (true) {} } })"],
  ])("of time ends %s", async (source) => {
    const started = performance.now();
    expect(await failureOf(source, short)).toMatchObject({ name: "TimeoutError", limit: "time" });
    expect(performance.now() - started).toBeLessThan(2_500);
  });

  it("of time holds for one huge built-in call too", async () => {
    expect(
      await failureOf("return new Array(3e6).fill('x').map(String).sort().join('').split('').reverse().join('').length", short),
    ).toBeInstanceOf(CodeError);
  });

  it("never blocks the event loop", async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 10);
    await failureOf("while (true) {}", { limits: { timeMs: 300 } });
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(10);
  });

  it.each([
    ["const all = []; for (let i = 0; ; i++) all.push(new Array(1000).fill(i));"],
    ["return 'a'.repeat(2 ** 29).length"],
    ["return new ArrayBuffer(2 ** 30).byteLength"],
    ["let s = 'x'; for (;;) s = [s, s].join('');"],
    ["return new Array(4e9).fill(0)"],
    ["let all = null; for (let i = 0; ; i++) all = { all, i };"],
  ])("of memory ends %s", async (source) => {
    expect(await failureOf(source)).toMatchObject({ name: "RangeError", limit: "memory" });
  });

  it.each([
    ["const f = () => f() + 1; return f();", "stack"],
    ["return 'x'.repeat(1_100_000)", "output"],
    ["return 'ä'.repeat(600_000)", "output"],
  ])("ends %s", async (source, limit) => {
    expect(await failureOf(source)).toMatchObject({ name: "RangeError", limit });
  });

  it("of the log cuts it", async () => {
    const { logs } = await runCode({ source: "for (let i = 0; i < 500; i++) console.log('x'.repeat(9000));", inputs: {} });
    expect(logs).toHaveLength(2);
    expect(logs.at(-1)).toEqual({ level: "warn", text: "… the rest of the log was cut" });
    const { logs: short } = await runCode({ source: "for (let i = 0; i < 500; i++) console.warn(i);", inputs: {} });
    expect(short).toHaveLength(200);
    expect(short.slice(-2)).toEqual([
      { level: "warn", text: "198" },
      { level: "warn", text: "… the rest of the log was cut" },
    ]);
  });

  it("met by one call leaves the next one alone", async () => {
    await Promise.all([failureOf("while (true) {}", short), failureOf("const a = []; for (;;) a.push(new Array(1000).fill(1))", short)]);
    expect(await Promise.all(Array.from({ length: 20 }, (_, i) => value("return i * 2", { i })))).toEqual(
      Array.from({ length: 20 }, (_, i) => i * 2),
    );
  });
});

it("lets the process end when nothing runs", async () => {
  const address = JSON.stringify(new URL("./run-code.ts", import.meta.url).href);
  const program = `import(${address}).then(({ runCode }) => runCode({ source: "return 1", inputs: {} })).then(({ value }) => console.log(value));`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ["-e", program], { timeout: 10_000 });
  expect({ stdout, stderr }).toEqual({ stdout: "1\n", stderr: "" });
});

it("stops when aborted, with the signal's reason", async () => {
  const controller = new AbortController();
  const running = runCode({ source: "while (true) {}", inputs: {}, signal: controller.signal });
  await delay(50);
  controller.abort(new Error("run cancelled"));
  await expect(running).rejects.toThrow("run cancelled");
  await expect(runCode({ source: "return 1", inputs: {}, signal: controller.signal })).rejects.toThrow("run cancelled");
});
