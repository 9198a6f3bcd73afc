import type { Proposal } from "../api/ai-schemas.ts";
import type { AppError } from "../errors.ts";
import type { Ended } from "./ask-model.ts";
import { CUT_OFF, TOO_LONG, WENT_ON, WITHHELD } from "./failures.ts";
import type { Answer } from "./read-answer.ts";

/** One answer. `problem` is why there could be none, or no more. */
export interface Heard {
  readonly answer: Answer;
  readonly ended: Ended | undefined;
  readonly problem: AppError | undefined;
}

/** How an answer ended, and why it did not end by itself. `isOver` when no time is left. */
export function tellEnd(
  { answer, ended, problem }: Heard,
  isOver: boolean,
): { readonly how: Exclude<Proposal["ended"], "refused">; readonly failure: AppError | undefined } {
  if (problem) return { how: "broken", failure: problem };
  if (isOver) return { how: "broken", failure: TOO_LONG };
  if (answer.stopped) return { how: "cut", failure: WENT_ON };
  if (ended?.how === "cut") return { how: "cut", failure: CUT_OFF };
  if (ended?.how === "filtered") return { how: "filtered", failure: WITHHELD };
  return { how: ended?.how ?? "broken", failure: ended?.error };
}
