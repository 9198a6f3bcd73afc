import { setTimeout as sleep } from "node:timers/promises";

/** A workflow that must come to the same end on every world. */
export interface Program {
  readonly body: string;
  readonly input?: unknown;
}

export const PROGRAM_STEPS: Readonly<Record<string, (input: unknown) => unknown>> = {
  echo: (input) => input,
  slow: async (input) => {
    await sleep(30);
    return input;
  },
  bad: (input) => {
    throw Object.assign(new Error(`refused ${JSON.stringify(input)}`), { name: "FatalError" });
  },
};

export const PROGRAMS: Readonly<Record<string, Program>> = {
  "a value": { body: "return { input, at: typeof Date.now() };", input: { a: [1, "x", null] } },
  nothing: { body: "await echo$step(1);" },
  "steps in a row": { body: "let s = 0; for (let i = 0; i < 5; i++) s += await echo$step(i); return s;" },
  "steps at once, results in order": { body: "return await Promise.all([slow$step('a'), echo$step('b'), slow$step('c')]);" },
  "a date, a map and undefined through a step": {
    body: "const x: any = await echo$step({ d: new Date(0), m: new Map([[1, 2]]), u: undefined, n: [undefined] }); return [x.d instanceof Date, x.d.getTime(), x.m.get(1), 'u' in x, x.u === undefined, x.n.length];",
  },
  "a step that returns nothing": { body: "return (await echo$step(undefined)) === undefined;" },
  "an error that is caught": { body: "try { await bad$step(1); return 'no'; } catch (error) { return stepError(error); }" },
  "an error that is not": { body: "await echo$step(1); await bad$step(2);" },
  "an error in one of several at once": { body: "return await Promise.all([slow$step(1), bad$step(2).catch(() => 'caught')]);" },
  "an error thrown by the code": { body: "await echo$step(1); throw new FatalError('stop');" },
  "a type error in the code": { body: "const x: any = await echo$step(null); return x.name;" },
  "a sleep between steps": { body: "const a = await echo$step(1); await sleep('1s'); return [a, await echo$step(2)];" },
  "a race of a sleep and a step": { body: "return await Promise.race([slow$step('step'), sleep('5s').then(() => 'sleep')]);" },
  "branches that sleep": {
    body: "return await Promise.all([1, 2].map(async (n) => { const a: any = await echo$step(n); await sleep('1s'); return echo$step(a * 2); }));",
  },
  "a bounded loop": { body: "return await mapConcurrently([1, 2, 3, 4, 5], 2, async (n) => slow$step(n));" },
  "an answer of its own": { body: "return respond({ ok: true }, { status: 201, headers: { 'X-A': '1' } });" },
  "the same random numbers for all that follows": {
    body: "const a = Math.random(); await echo$step(1); const b = Math.random(); return a !== b && a >= 0 && a < 1;",
  },
};

/** The module that both compilers take. */
export function programSource(program: Program, name: string): string {
  return `import { FatalError, sleep } from "workflow";
import { mapConcurrently } from "@/plugins/kit/map-concurrently";
import { respond } from "@/plugins/kit/respond";
import { stepError } from "@/plugins/kit/step-error";
declare const echo$step: any, slow$step: any, bad$step: any;
export async function ${name}(input: any): Promise<any> {
  "use workflow";
  void [FatalError, sleep, mapConcurrently, respond, stepError];
  ${program.body}
}
`;
}
