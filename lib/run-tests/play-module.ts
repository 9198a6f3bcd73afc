import { ts } from "ts-morph";
import type { Ended, Recording } from "../exports/template/tests/recording.ts";
import type { Sources } from "../exports/sources.ts";
import { runCode } from "../sandbox/run-code.ts";
import type { ProjectWorkflow } from "../exports/workflow-facts.ts";
import type { Catalog } from "../../codegen/catalog.ts";
import { invariant } from "../../codegen/invariant.ts";
import { stepNameOf } from "./recorded-run.ts";

/** What a module of a workflow may import, with the files of it. */
const KIT = ["map-concurrently", "pick", "respond", "step-error", "until-done", "duration", "pending"];
const REPLAY = "lib/exports/template/tests/replay.ts";
/** A recording is not much larger than a run. */
const LIMITS = { timeMs: 5_000, outputBytes: 16 * 1_048_576 };

export interface Played {
  readonly ended: Ended;
  /** What was called and waited for, where examples were the answers. */
  readonly recording: Recording["endings"];
  /** The examples, with everything in them that the workflow has looked for. */
  readonly examples: Examples;
}

/** What a workflow is given where nobody has recorded anything. */
export interface Examples {
  readonly input: unknown;
  /** What each step gives, by its name. */
  readonly outputs: Readonly<Record<string, unknown>>;
  /** What each event brings, by node. */
  readonly events: Readonly<Record<string, unknown>>;
}

/**
 * What stands in for the world: a recording, or an example for each step. With `explore`, whatever a workflow looks for in data that nobody
 * has described is there.
 */
export type Answers =
  | { readonly input: unknown; readonly recording: Recording }
  | { readonly examples: Examples; readonly explore: boolean };

/**
 * Runs the module that people read, code steps and all, where it can reach nothing: every other step is answered as `answers` says.
 * Throws a CodeError when it meets a limit.
 */
export type PlayModule = (
  workflow: Pick<ProjectWorkflow, "graph" | "source" | "steps">,
  run: { readonly variables: Readonly<Record<string, string>>; readonly answers: Answers },
  catalog: Catalog,
) => Promise<Played>;

/** A player that takes the kit's files from `sources`. */
export function createPlayer(sources: Sources): PlayModule {
  return (workflow, run, catalog) => playModule(workflow, run, catalog, sources);
}

async function playModule(...[workflow, run, catalog, sources]: [...Parameters<PlayModule>, Sources]): Promise<Played> {
  const modules = [
    ["replay", readSource(sources, REPLAY)],
    ...KIT.map((name) => [`kit/${name}`, readSource(sources, `plugins/kit/${name}.ts`)] as const),
    ["main", workflow.source],
  ] as const;
  const definitions = modules.map(([name, text]) => `${JSON.stringify(name)}: (require, exports) => {${toCommonJs(text)}\n}`);
  const steps = workflow.steps
    .filter(({ kind }) => kind !== "code")
    .map((step) => {
      const action = step.action === undefined ? undefined : catalog.actions.get(step.action);
      return { exported: action?.step.name ?? step.workflow ?? "", module: action?.step.module, name: stepNameOf(step) };
    });
  const { value } = await runCode({
    source: `const definitions = {${definitions.join(",\n")}};\n${PLAYER}`,
    inputs: { name: workflow.graph.name, steps, variables: run.variables, answers: run.answers },
    limits: LIMITS,
  });
  // Made by the player below.
  return value as Played;
}

/** When examples happen. */
export const EXAMPLE_AT = "2026-01-31T12:00:00.000Z";
/** How every approval is answered in an example. */
const APPROVED = { approved: true, by: "Ada", at: EXAMPLE_AT };
const NOTHING: Recording = { startedAt: EXAMPLE_AT, endedAt: EXAMPLE_AT, endings: [], outcome: { failure: null } };

/** Runs in the sandbox: loads the modules, gives the workflow its stand-ins, and plays it. */
const PLAYER = `
const APPROVED = ${JSON.stringify(APPROVED)};
let clock = 0;
const Date = function (...values) {
  if (!new.target) return new globalThis.Date(clock).toString();
  return Reflect.construct(globalThis.Date, values.length === 0 ? [clock] : values, new.target);
};
Object.setPrototypeOf(Date, globalThis.Date);
Date.prototype = globalThis.Date.prototype;
Date.now = () => clock;
const loaded = new Map();
const env = new Proxy({}, { get: (_, key) => {
  if (!Object.hasOwn(variables, key)) throw new Error("The environment variable " + String(key) + " is not set.");
  return variables[key];
} });
class FatalError extends Error { name = "FatalError"; }
const load = (key) => {
  if (!loaded.has(key)) { const exports = {}; loaded.set(key, exports); definitions[key](require, exports); }
  return loaded.get(key);
};
const kitOf = (specifier) => /(?:kit\\/|^\\.\\/)([a-z-]+)(?:\\.ts)?$/.exec(specifier)?.[1];
const require = (specifier) => {
  if (specifier === "workflow") return { ...replay.workflow, FatalError };
  if (specifier === "@/plugins/kit/env") return { env };
  const kit = kitOf(specifier);
  if (kit !== undefined && "kit/" + kit in definitions) return load("kit/" + kit);
  return Object.fromEntries(steps.filter(({ module, exported }) => module === specifier || (module === undefined && specifier.startsWith("@/workflows/"))).map(({ exported, name }) => [exported, replay.step(name)]));
};
const { createReplay } = load("replay");
const replay = createReplay(answers.recording ?? ${JSON.stringify(NOTHING)}, (milliseconds) => { clock = milliseconds; });
const plain = (value) => JSON.parse(JSON.stringify(value ?? null));
/* Data that has whatever is looked for in it: an array to those who want one, a text to those who print it. */
const found = new Map();
const grow = (known) => {
  const children = new Map();
  let isList = false;
  const child = (key) => {
    if (!children.has(key)) {
      const own = typeof known === "object" && known !== null && Object.hasOwn(known, key) ? known[key] : undefined;
      children.set(key, own === undefined || (typeof own === "object" && own !== null) ? grow(own) : own);
    }
    return children.get(key);
  };
  const toJson = () => {
    const entries = [...children].map(([key, value]) => [key, found.get(value)?.() ?? value]);
    if (isList) return Array.isArray(known) ? known : [entries.find(([key]) => key === "0")?.[1] ?? "example"];
    if (entries.length === 0 && known === undefined) return "example";
    return { ...(typeof known === "object" ? known : {}), ...Object.fromEntries(entries) };
  };
  const items = () => { isList = true; return Array.isArray(known) ? known : [child("0")]; };
  const proxy = new Proxy(Array.isArray(known) ? known : [], {
    get: (target, key) => {
      if (key === "toJSON") return toJson;
      if (key === Symbol.toPrimitive) return () => (children.size > 0 ? JSON.stringify(toJson()) : "example");
      if (key === "length") return items().length;
      if (key === "then" || typeof key === "symbol") return key === Symbol.iterator ? () => items()[Symbol.iterator]() : undefined;
      if (/^(?:map|filter|find|some|every|reduce|flatMap|forEach|slice|join|includes|at|concat|sort|toSorted|reverse|indexOf|findIndex|flat)$/.test(key)) {
        const list = items();
        return list[key].bind(list);
      }
      if (key in String.prototype && key !== "constructor") return "example"[key].bind?.("example") ?? "example"[key];
      return child(key);
    },
    has: () => true,
  });
  found.set(proxy, toJson);
  return proxy;
};
const recording = [];
const grown = new Map();
const example = (kind, name, known) => {
  if (!answers.explore) return plain(known);
  const key = kind + " " + name;
  if (!grown.has(key)) grown.set(key, grow(known));
  return grown.get(key);
};
const shown = (kind, known) => Object.fromEntries(Object.keys({ ...known }).map((name) => [name, plain(grown.get(kind + " " + name) ?? known[name])]));
let input = answers.input;
if (answers.examples) {
  const { outputs, events } = answers.examples;
  input = example("input", "", answers.examples.input);
  replay.step = (step) => async (given) => {
    recording.push({ step, input: plain(given), output: plain(outputs[step]) });
    return example("output", step, outputs[step]);
  };
  replay.workflow.createHook = async ({ metadata: { node, message } }) => {
    const answer = message === undefined ? example("event", node, events[node]) : APPROVED;
    recording.push({ wait: node, nth: recording.filter(({ wait }) => wait === node).length, answer: plain(answer) });
    return answer;
  };
}
const workflow = load("main")[name];
const ended = answers.explore
  ? await workflow(input).then(() => ({ problems: [], result: null }), (error) => ({ problems: [], failure: String(error) }))
  : await replay.run(workflow, input);
const examples = answers.examples
  ? { input: plain(input), outputs: shown("output", answers.examples.outputs), events: shown("event", answers.examples.events) }
  : { input: null, outputs: {}, events: {} };
return { ended, recording, examples };
`;

const compiled = new Map<string, string>();

function readSource(sources: Sources, path: string): string {
  const text = sources.read(path);
  invariant(text !== undefined, `${path} can be read`);
  return text;
}

/** The module as a function's body. */
function toCommonJs(text: string): string {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, removeComments: true },
  });
  if (compiled.size > 100) compiled.clear();
  compiled.set(text, outputText);
  return outputText;
}
