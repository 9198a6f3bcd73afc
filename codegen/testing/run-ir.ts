import { invariant } from "../invariant.ts";
import type { Block, Literal, Statement, WorkflowIr } from "../ir/ir.ts";
import type { Oracle } from "./oracle.ts";
import { decide, readDuration } from "./oracle.ts";
import { runLoop } from "./run-loop.ts";
import type { Ending, Trace, TraceEntry } from "./trace.ts";
import { dropAfter, joinEndings } from "./trace.ts";

/** Runs a structured program in virtual time, statement by statement. */
export function runIr(ir: WorkflowIr, oracle: Oracle): Trace {
  const run = { oracle, entries: [], round: [], chosen: new Map<string, { port: string; at: number }>() };
  const ending = runBlock(run, ir.body, 0);
  return { entries: dropAfter(run.entries, ending), ending };
}

interface Run {
  readonly oracle: Oracle;
  readonly entries: TraceEntry[];
  readonly round: readonly number[];
  /** The port each decision of this round chose, and when. */
  readonly chosen: Map<string, { port: string; at: number }>;
}

function runBlock(run: Run, block: Block, start: number): Ending {
  let at = start;
  for (const statement of block) {
    const ending = runStatement(run, statement, at);
    if (ending.kind !== "done") return ending;
    at = ending.at;
  }
  return { kind: "done", at };
}

function runStatement(run: Run, statement: Statement, start: number): Ending {
  const { oracle, entries, round, chosen } = run;
  const record = (node: string, end: number): Ending => {
    entries.push({ node, round, start, end });
    return { kind: "done", at: end };
  };
  const choose = (node: string, port: string, at: number): void => {
    invariant(!chosen.has(node), `${node} decided twice in one round`);
    chosen.set(node, { port, at });
  };
  switch (statement.kind) {
    case "decide":
      choose(statement.node.id, pickPort(statement.choices, oracle), start);
      return record(statement.node.id, start);
    case "branch": {
      if (statement.choices) {
        choose(statement.decision, pickPort(statement.choices, oracle), start);
        record(statement.decision, start);
      }
      const arm = statement.arms.find(({ port }) => holds(run, { decision: statement.decision, port }, start));
      return arm ? runBlock(run, arm.body, start) : { kind: "done", at: start };
    }
    case "guard":
      return statement.anyOf.some((literal) => holds(run, literal, start))
        ? runBlock(run, statement.body, start)
        : { kind: "done", at: start };
    case "parallel":
      return joinEndings(
        statement.arms.map((arm) => runBlock(run, arm, start)),
        start,
      );
    case "tasks": {
      const endings = new Map<string, Ending>();
      for (const task of statement.tasks) {
        const sources = task.after.map((name) => {
          const ending = endings.get(name);
          invariant(ending, `the task ${task.name} waits for ${name}, which comes later`);
          return ending;
        });
        const ready = joinEndings(sources, start);
        invariant(!endings.has(task.name), `two tasks are called ${task.name}`);
        endings.set(task.name, ready.kind === "done" ? runBlock(run, task.body, ready.at) : ready);
      }
      return joinEndings([...endings.values()], start);
    }
    case "set":
      return record(statement.node.id, start);
    case "sleep":
      return record(statement.node.id, start + (statement.mode === "for" ? readDuration(statement.value) : 0));
    case "approval":
    case "event": {
      const { duration, port } = oracle.wait(statement.node.id);
      choose(statement.node.id, port, start + duration);
      return record(statement.node.id, start + duration);
    }
    case "return":
      record(statement.node.id, start);
      return { kind: "returned", at: start, node: statement.node.id };
    case "fail":
      record(statement.node.id, start);
      return { kind: "failed", at: start, node: statement.node.id };
    case "forEach":
    case "repeat": {
      const inner: TraceEntry[] = [];
      const { kind, node, body, catches, ...config } = statement;
      const loop = { kind: kind === "forEach" ? "control.forEach" : "control.repeat", id: node.id, config } as const;
      const ending = runLoop(loop, oracle, start, (at, count) =>
        runBlock({ oracle, entries: inner, round: [...round, count], chosen: new Map(chosen) }, body, at),
      );
      entries.push(...dropAfter(inner, ending));
      record(node.id, ending.at);
      return endStep(ending, catches, (port) => choose(node.id, port, ending.at));
    }
    default: {
      const { id } = statement.node;
      const { duration, fails } = oracle.step(id);
      const at = start + duration;
      record(id, at);
      const fatal = fails && (statement.catches || statement.policy?.onError !== "continue");
      return endStep(fatal ? { kind: "failed", at, node: id } : { kind: "done", at }, statement.catches, (port) => choose(id, port, at));
    }
  }
}

function endStep(ending: Ending, catches: boolean, choose: (port: string) => void): Ending {
  if (!catches || ending.kind === "returned") return ending;
  choose(ending.kind === "done" ? "out" : "error");
  return { kind: "done", at: ending.at };
}

function pickPort(choices: readonly { readonly port: string; readonly when?: string }[], oracle: Oracle): string {
  return choices.find(({ when }) => when === undefined || decide(oracle, when))?.port ?? "";
}

/** Whether a decision chose a port; one that is made later than it is tested is a bug of `lower`. */
function holds(run: Run, { decision, port }: Literal, now: number): boolean {
  const made = run.chosen.get(decision);
  invariant(!made || made.at <= now, `${decision} is tested before it is made`);
  return made?.port === port;
}
