import type { Json } from "../schema/json.ts";
import type { Oracle } from "./oracle.ts";
import { decide, readDuration } from "./oracle.ts";
import type { Ending } from "./trace.ts";
import { joinEndings } from "./trace.ts";

/** A `forEach` or a `repeat`, from a node or from a statement. */
export interface Loop {
  readonly kind: "control.forEach" | "control.repeat";
  readonly id: string;
  readonly config: Readonly<Record<string, Json>>;
}

/** Runs a loop's rounds in virtual time; a failing round's ending carries the node that failed, a spent `repeat` its own. */
export function runLoop(loop: Loop, oracle: Oracle, start: number, runRound: (at: number, round: number) => Ending): Ending {
  return loop.kind === "control.forEach" ? runForEach(loop, start, runRound) : runRepeat(loop, oracle, start, runRound);
}

function runForEach(loop: Loop, start: number, runRound: (at: number, round: number) => Ending): Ending {
  const items = loop.config["items"];
  if (!Array.isArray(items)) throw new Error(`the items of ${loop.id} are not a list`);
  const free = Array.from({ length: Number(loop.config["concurrency"] ?? 1) }, () => start);
  const endings: Ending[] = [];
  let failedAt = Infinity;
  for (const round of items.keys()) {
    const worker = free.indexOf(Math.min(...free));
    const at = free[worker] ?? start;
    if (at >= failedAt) break;
    const ending = runRound(at, round);
    endings.push(ending);
    free[worker] = ending.kind === "done" ? ending.at : Infinity;
    if (ending.kind !== "done") failedAt = Math.min(failedAt, ending.at);
  }
  return joinEndings(endings, start);
}

function runRepeat(loop: Loop, oracle: Oracle, start: number, runRound: (at: number, round: number) => Ending): Ending {
  let at = start;
  for (let round = 1; ; round++) {
    const ending = runRound(at, round - 1);
    if (ending.kind !== "done") return ending;
    at = ending.at;
    if (decide(oracle, String(loop.config["until"]))) return { kind: "done", at };
    if (round >= Number(loop.config["max"])) return { kind: "failed", at, node: loop.id };
    if (loop.config["every"] !== undefined) at += readDuration(loop.config["every"]);
  }
}
