import type { AssistResult } from "../api/ai-schemas.ts";
import { AppError } from "../errors.ts";
import type { Ended } from "./ask-model.ts";
import { CUT_OFF, TOO_LONG, WITHHELD } from "./failures.ts";
import { stripThoughts } from "./tasks/strip-thoughts.ts";
import type { Task } from "./tasks/task.ts";

/** One answer of a model. `thrown` is why it was not asked. */
export interface Heard {
  text: string;
  ended: Ended | undefined;
  thrown: AppError | undefined;
}

/** What came of an answer. */
export interface Judged {
  /** The result, or why there is none. */
  readonly outcome: AssistResult | AppError;
  /** For the model, where it may answer again. */
  readonly problems: readonly string[];
  /** Whether asking again is of no use. */
  readonly isFinal: boolean;
}

/** Reads an answer, unless it was withheld, lost or cut off: of those only a task that takes parts makes something. `isOver` when no time is left. */
export function judgeAnswer(task: Task, { text, ended, thrown }: Heard, isOver: boolean): Judged {
  if (thrown) return fail(thrown);
  if (ended?.how === "filtered") return fail(WITHHELD);
  const how = ended?.how ?? "broken";
  const lost = isOver ? TOO_LONG : (ended?.error ?? TOO_LONG);
  if (how === "broken" && stripThoughts(text).trim() === "") return fail(lost);
  if (how !== "whole" && !task.takesParts) {
    const problem = how === "cut" ? "The answer was too long, and was cut off." : "The answer broke off.";
    return { outcome: how === "cut" ? CUT_OFF : lost, problems: [problem], isFinal: isOver };
  }
  const answer = task.read(text, how);
  if ("missing" in answer) {
    return { outcome: how === "cut" ? CUT_OFF : missing(answer.missing), problems: [answer.missing], isFinal: isOver };
  }
  return { outcome: answer.result, problems: answer.problems, isFinal: isOver || answer.problems.length === 0 };
}

function fail(failure: AppError): Judged {
  return { outcome: failure, problems: [], isFinal: true };
}

function missing(message: string): AppError {
  return new AppError("service_failed", message, { hint: "Ask again in other words, or choose another model." });
}
