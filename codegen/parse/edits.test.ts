// Long, because it is one table: what a person may do to emitted code, and what becomes of it.
import { describe, expect, it } from "vitest";
import { compile, parse } from "../index.ts";
import { testCatalog } from "../testing/test-catalog.ts";

const head = `import { FatalError, createHook, sleep } from "workflow";
import { request } from "@/plugins/http/steps/request";
import { stepError } from "@/plugins/kit/step-error";

export const trigger = { on: "manual" } as const;

export async function flow(input: any) {
  "use workflow";
`;

/** The lines above a body in `head`. */
const above = head.split("\n").length - 1;

const accepted: readonly { readonly does: string; readonly edited: string; readonly means: string }[] = [
  {
    does: "leaves semicolons out",
    edited: `const a = await request({ url: '/a' })
return a.body`,
    means: `const a = await request({ url: "/a" });
return a.body;`,
  },
  {
    does: "breaks lines elsewhere",
    edited: `const a =
  await request(
    {
url:
 '/a'
 }
 )`,
    means: 'const a = await request({ url: "/a" });',
  },
  {
    does: "annotates a constant",
    edited: `const a: any = await request({ url: '/a' });
return a.body;`,
    means: `const a = await request({ url: "/a" });
return a.body;`,
  },
  {
    does: "freezes an object's type",
    edited: `const x = { a: 1 } as const;
return x;`,
    means: `const x = { a: 1 };
return x;`,
  },
  {
    does: "tells TypeScript a type",
    edited: `const a = await request({ url: '/a' });
return (a.body as { x: number }).x;`,
    means: `const a = await request({ url: "/a" });
return a.body.x;`,
  },
  {
    does: "checks a type",
    edited: "return { a: 1 } satisfies object;",
    means: "return { a: 1 };",
  },
  {
    does: "adds `!`",
    edited: `const a = await request({ url: '/a' });
return a!.body!.x;`,
    means: `const a = await request({ url: "/a" });
return a.body.x;`,
  },
  {
    does: "names a text that two steps use",
    edited: [
      "const base = 'https://x';",
      "const a = await request({ url: `${base}/a` });",
      "const b = await request({ url: `${base}/b` });",
    ].join("\n"),
    means: `const a = await request({ url: "https://x/a" });
const b = await request({ url: "https://x/b" });`,
  },
  {
    does: "names a condition",
    edited: `const big = input.n > 3;
if (big && input.y) { await sleep('1s'); }`,
    means: `if (input.n > 3 && input.y) {
  await sleep("1s");
}`,
  },
  {
    does: "names an argument like its property",
    edited: `const url = '/a';
const a = await request({ url });`,
    means: 'const a = await request({ url: "/a" });',
  },
  {
    does: "joins texts by `+`",
    edited: "const a = await request({ url: '/a/' + input.id + '?x=' + input.x });",
    means: 'const a = await request({ url: "/a/" + input.id + "?x=" + input.x });',
  },
  {
    does: "declares two results in one statement",
    edited: "const a = await request({ url: '/a' }), b = await request({ url: '/b' });",
    means: `const a = await request({ url: "/a" });
const b = await request({ url: "/b" });`,
  },
  {
    does: "writes `else if`",
    edited: "if (input.a) { await sleep('1s'); } else if (input.b) { await sleep('2s'); } else { await sleep('3s'); }",
    means: `if (input.a) {
  await sleep("1s");
} else if (input.b) {
  await sleep("2s");
} else {
  await sleep("3s");
}`,
  },
  {
    does: "leaves braces out",
    edited: "if (input.a) await sleep('1s'); else await sleep('2s');",
    means: `if (input.a) {
  await sleep("1s");
} else {
  await sleep("2s");
}`,
  },
  {
    does: "returns early",
    edited: `if (!input.ok) return { error: 'no' };
const a = await request({ url: '/a' });
return a.body;`,
    means: `if (!input.ok) {
  return { error: "no" };
}

const a = await request({ url: "/a" });
return a.body;`,
  },
  {
    does: "throws early",
    edited: `if (!input.ok) throw new FatalError('no');
const a = await request({ url: '/a' });`,
    means: `if (!input.ok) {
  throw new FatalError("no");
}

const a = await request({ url: "/a" });`,
  },
  {
    does: "adds a loop",
    edited: ["for (const x of input.items) {", "const a = await request({ url: `/${x}` });", "}"].join("\n"),
    means: ["for (const x of input.items) {", "  const a = await request({ url: `/${x}` });", "}"].join("\n"),
  },
  {
    does: "adds a loop without braces",
    edited: "for (const x of input.items) await sleep(x.pause);",
    means: `for (const x of input.items) {
  await sleep(x.pause);
}`,
  },
  {
    does: "puts two calls side by side",
    edited: `const [a, b] = await Promise.all([request({ url: '/a' }), request({ url: '/b' })]);
return [a.status, b.status];`,
    means: `const [a, b] = await Promise.all([
  request({ url: "/a" }),
  request({ url: "/b" }),
]);

return [a.status, b.status];`,
  },
  {
    does: "gives a result of `Promise.all` another name",
    edited: `const [x] = await Promise.all([(async () => { const a = await request({ url: '/a' }); return a; })(), sleep('1s')]);
return x.body;`,
    means: `const [a] = await Promise.all([
  request({ url: "/a" }),
  sleep("1s"),
]);

return a.body;`,
  },
  {
    does: "catches a failure",
    edited: `try {
const a = await request({ url: '/a' });
} catch (e) {
const problem = stepError(e);
const b = await request({ url: '/b', body: problem.message });
}`,
    means: `try {
  const a = await request({ url: "/a" });
} catch (error) {
  const aError = stepError(error);
  const b = await request({ url: "/b", body: aError.message });
}`,
  },
  {
    does: "goes on without a result",
    edited: `const a = await request({ url: '/a' }).catch(() => undefined);
return a?.body;`,
    means: `const a = await request({ url: "/a" }).catch(() => undefined);
return a?.body;`,
  },
  {
    does: "chooses by `? :`",
    edited: "const a = await request({ url: input.a ? '/a' : '/b' });",
    means: 'const a = await request({ url: input.a ? "/a" : "/b" });',
  },
  {
    does: "reads with `?.` and `??`",
    edited: `const a = await request({ url: '/a' });
return a?.body?.x?.[0] ?? null;`,
    means: `const a = await request({ url: "/a" });
return a?.body?.x?.[0] ?? null;`,
  },
  {
    does: "writes methods in a chain",
    edited: "return input.items.filter((x) => x.ok).map((x) => x.id).join(',');",
    means: 'return input.items.filter((x: any) => x.ok).map((x: any) => x.id).join(",");',
  },
  {
    does: "adds comments anywhere",
    edited: `/* block */ const a = await request(/* c */ { url: '/a' /* d */ }); // trailing
// alone

await sleep('1s'); // end`,
    means: `const a = await request({ url: "/a" });
await sleep("1s");`,
  },
  {
    does: "awaits an approval",
    edited: `const ok = await createHook<any>({ metadata: { node: 'ok' } });
return ok;`,
    means: `const ok = await createHook<any>({ metadata: { node: "ok" } });
return ok;`,
  },
  {
    does: "sleeps for milliseconds",
    edited: "await sleep(1500);",
    means: 'await sleep("1500ms");',
  },
  {
    does: "changes the order",
    edited: `const b = await request({ url: '/b' });
const a = await request({ url: '/a' });
return [a.body, b.body];`,
    means: `const b = await request({ url: "/b" });
const a = await request({ url: "/a" });
return [a.body, b.body];`,
  },
  {
    does: "renames a result",
    edited: `const renamed = await request({ url: '/a' });
return renamed.body;`,
    means: `const renamed = await request({ url: "/a" });
return renamed.body;`,
  },
];

const refused: readonly { readonly does: string; readonly edited: string; readonly refusal: string; readonly hint: string }[] = [
  {
    does: "takes a result apart",
    edited: "const { body } = await request({ url: '/a' });",
    refusal: "1:7 A workflow cannot hold a pattern for the result of one call.",
    hint: "Give it one name and read its properties.",
  },
  {
    does: "takes the input apart",
    edited: "const { id } = input;",
    refusal: "1:7 A workflow cannot hold this pattern.",
    hint: "Take results of `Promise.all` apart, nothing else; read properties where they are used: `order.body`.",
  },
  {
    does: "awaits inside an expression",
    edited: "return (await request({ url: '/a' })).body;",
    refusal: "1:9 A workflow's expressions cannot do this: `await` inside an expression.",
    hint: "Give the step a line of its own, `const result = await request({ … });`, and use `result` here.",
  },
  {
    does: "returns a call",
    edited: "return request({ url: '/a' });",
    refusal: "1:8 A workflow's expressions cannot do this: the call of a step inside an expression.",
    hint: "Give the step a line of its own, `const result = await request({ … });`, and use `result` here.",
  },
  {
    does: "names the time and reads it twice",
    edited: `const now = Date.now();
return [now, now];`,
    refusal: "1:7 A workflow cannot hold a constant whose expression gives another value each time.",
    hint: "Keep it in an object, which is made once: `const values = { now: Date.now() };`.",
  },
  {
    does: "names a chance",
    edited: ["const id = Math.random();", "const a = await request({ url: `/${id}` });"].join("\n"),
    refusal: "1:7 A workflow cannot hold a constant whose expression gives another value each time.",
    hint: "Keep it in an object, which is made once: `const values = { now: Date.now() };`.",
  },
  {
    does: "reads a caught error as it is",
    edited: `try {
const a = await request({ url: '/a' });
} catch (e) {
const b = await request({ url: '/b', body: e.message });
}`,
    refusal: "4:44 A workflow cannot hold a caught error as it is.",
    hint: "Start the `catch` with `const aError = stepError(e);` and read `aError`.",
  },
  {
    does: "tries two steps at once",
    edited: `try {
const a = await request({ url: '/a' });
const b = await request({ url: '/b' });
} catch {}`,
    refusal: "1:1 A workflow cannot hold this in a `try`.",
    hint: "Put one step or one loop into `try`, and what comes after it behind the `catch`.",
  },
  {
    does: "writes `finally`",
    edited: "try { await sleep('1s'); } catch {} finally { await sleep('1s'); }",
    refusal: "1:45 A workflow cannot hold `finally`.",
    hint: "Put one step or one loop into `try`, and what comes after it behind the `catch`.",
  },
  {
    does: "assigns one name in two branches",
    edited: `let r;
if (input.a) { r = await request({ url: '/a' }); } else { r = await request({ url: '/b' }); }`,
    refusal: "2:59 `r` is used twice.",
    hint: "Choose another name: small first letter, then letters and digits, each name once in the workflow.",
  },
  {
    does: "gives a `let` a value",
    edited: "let msg = 'x';",
    refusal: "1:5 A workflow cannot hold a `let` with a value.",
    hint: "Write `const`; a `let` only stands before the branch that sets it.",
  },
  {
    does: "goes on behind `return`",
    edited: `return 1;
await sleep('1s');`,
    refusal: "2:1 A workflow cannot hold what can never run.",
    hint: "Delete it, or move it above the statement that ends the run.",
  },
  {
    does: "takes a loop's item apart",
    edited: "for (const { id } of input.items) { await sleep('1s'); }",
    refusal: "1:6 A workflow cannot hold this as a loop's variable.",
    hint: "Write `for (const item of items)`.",
  },
  {
    does: "leaves a loop early",
    edited: "for (const x of input.items) { if (x) break; }",
    refusal: "1:39 A workflow cannot hold `break` or `continue` here.",
    hint: "Put what must not run into an `if`.",
  },
  {
    does: "counts",
    edited: "for (let i = 0; i < 3; i++) { await sleep('1s'); }",
    refusal: "1:1 A workflow cannot hold this kind of `for`.",
    hint: "Write `for (let round = 1; ; round++) { …; if (done) { result = { … }; break; } if (round >= 10) throw new FatalError(…); await sleep(…); }`. Or loop over a list with `for (const x of list)`.",
  },
  {
    does: "maps to promises",
    edited: "const rs = await Promise.all(input.items.map((x) => request({ url: x })));",
    refusal: "1:18 A workflow cannot hold this after `await`.",
    hint: "Await a step, another workflow, `sleep`, a hook, or `Promise.all([…])`.",
  },
  {
    does: "keeps the results of `Promise.all` together",
    edited: "const rs = await Promise.all([request({ url: '/a' })]);",
    refusal: "1:7 A workflow cannot hold this as the result of `Promise.all`.",
    hint: "Take the results apart: `const [a, b] = await Promise.all([ … ]);`.",
  },
  {
    does: "lets a promise float",
    edited: "request({ url: '/a' });",
    refusal: "1:1 A workflow cannot hold this statement.",
    hint: "A step is awaited: `await request({ … });`.",
  },
  {
    does: "spreads into a step's input",
    edited: "const a = await request({ ...input.options });",
    refusal: "1:25 `request` is given something that is no plain object literal.",
    hint: "Write what the step is given as an object literal: `request({ url: … })`.",
  },
  {
    does: "logs",
    edited: "console.log('hi');",
    refusal: "1:1 A workflow cannot hold this statement.",
    hint: "A step is awaited: `await request({ … });`.",
  },
  {
    does: "changes the input",
    edited: "input.x = 1;",
    refusal: "1:1 A workflow cannot hold a change of a value.",
    hint: "Values stay as they are: write the new value where it is used.",
  },
  {
    does: "writes a `switch`",
    edited: "switch (input.k) { case 'a': await sleep('1s'); }",
    refusal: "1:1 A workflow cannot hold a `switch` statement.",
    hint: "Write `if … else if … else`.",
  },
  {
    does: "compares by `==`",
    edited: "if (input.a == 1) { await sleep('1s'); }",
    refusal: "1:13 A workflow's expressions cannot do this: `==`.",
    hint: "Use `===`.",
  },
  {
    does: "tests by a regular expression",
    edited: "if (/x/.test(input.a)) { await sleep('1s'); }",
    refusal: "1:5 A workflow's expressions cannot do this: a regular expression.",
    hint: "Use `includes`, `startsWith` or `split`, or a `code` node.",
  },
  {
    does: "sorts in place",
    edited: "return input.items.sort();",
    refusal: "1:20 A workflow's expressions cannot do this: the method `sort`.",
    hint: "Use `toSorted`, which leaves the array as it is.",
  },
  {
    does: "writes a function with statements",
    edited: "return input.items.map((x) => { return x.id; });",
    refusal: "1:31 A workflow's expressions cannot do this: a function with statements.",
    hint: "Write one expression behind `=>`, an object in parentheses, or use a `code` node.",
  },
  {
    does: "throws another error",
    edited: "throw new Error('x');",
    refusal: "1:1 A workflow cannot hold this `throw`.",
    hint: 'Write `throw new FatalError("…");`, with `FatalError` from "workflow".',
  },
  {
    does: "uses a name twice",
    edited: `const a = await request({ url: '/a' });
const a = await request({ url: '/b' });`,
    refusal: "2:1 `a` is used twice.",
    hint: "Choose another name: small first letter, then letters and digits, each name once in the workflow.",
  },
  {
    does: "uses an underscore",
    edited: "const order_id = await request({ url: '/a' });",
    refusal: "1:1 `order_id` cannot be the name of a step.",
    hint: "Choose another name: small first letter, then letters and digits, each name once in the workflow.",
  },
  {
    does: "fetches by itself",
    edited: "const a = await fetch('/a');",
    refusal: "1:17 `fetch` is no step, workflow or helper that can be called here.",
    hint: `Import a plugin's step, or put the work in a local function that starts with "use step".`,
  },
];

function compileEdited(edited: string): string {
  const parsed = parse(`${head}${edited}\n}\n`, testCatalog);
  if (!parsed.ok) return parsed.diagnostics.map(({ message }) => message).join("\n");
  const compiled = compile(parsed.graph, testCatalog);
  if (!compiled.ok) return compiled.diagnostics.map(({ message }) => message).join("\n");
  const { source } = compiled;
  return source
    .slice(source.indexOf('"use workflow";') + '"use workflow";'.length, source.lastIndexOf("}"))
    .trim()
    .replaceAll("\n  ", "\n");
}

describe("a person who edits the code", () => {
  it.each(accepted)("$does: it goes through the graph and means the same", ({ edited, means }) => {
    expect(compileEdited(edited)).toBe(means);
  });

  it.each(accepted)("$does: compiled again, nothing changes", ({ means }) => {
    expect(compileEdited(means)).toBe(means);
  });

  it.each(refused)("$does: it is refused with its place, reason and hint", ({ edited, refusal, hint }) => {
    const parsed = parse(`${head}${edited}\n}\n`, testCatalog);
    const [first] = parsed.ok ? [] : parsed.diagnostics;
    expect(`${(first?.span?.line ?? 0) - above}:${first?.span?.column} ${first?.message}`).toBe(refusal);
    expect(first?.hint).toBe(hint);
  });
});
