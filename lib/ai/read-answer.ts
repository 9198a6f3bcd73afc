import type { AiEvent, Rejected } from "../api/ai-schemas.ts";
import { OperationProblem } from "./apply-operation.ts";
import type { Draft } from "./draft.ts";
import { printable } from "./printable.ts";
import { DEEPEST_OBJECT, ObjectScanner } from "./scan-objects.ts";
import type { Scanned } from "./scan-objects.ts";

/** What one answer came to. */
export interface Answer {
  text: string;
  readonly rejected: Rejected[];
  /** Words outside of operations. */
  words: string;
  /** Whether reading was stopped: the model went in circles or on and on. */
  stopped: boolean;
}

const MOST_OPERATIONS = 400;
const MOST_REJECTED = 40;
/** The same line so many times is a circle. */
const MOST_REPEATED = 3;
const LONGEST_LINE = 500;
const LONGEST_WORDS = 2_000;

/**
 * Applies the operations of an answer as its words come, and tells of each. The caller goes on to the next answer with the same draft. Stops reading,
 * and with it the call, when the model repeats itself or does not end.
 */
export async function* readAnswer(
  words: AsyncIterable<string>,
  draft: Draft,
  round: number,
  answer: Answer,
): AsyncGenerator<AiEvent, void, undefined> {
  const scanner = new ObjectScanner();
  const seen = new Map<string, number>();
  for await (const delta of words) {
    answer.text += delta;
    for (const part of scanner.push(delta)) {
      yield* readPart(part, draft, round, answer);
      const times = part.kind === "words" ? 0 : (seen.get(part.text) ?? 0) + 1;
      seen.set(part.text, times);
      if (times > MOST_REPEATED || answer.rejected.length >= MOST_REJECTED || draft.operations.length >= MOST_OPERATIONS) {
        answer.stopped = true;
        return;
      }
    }
  }
  for (const part of scanner.end()) yield* readPart(part, draft, round, answer);
}

function* readPart({ kind, text }: Scanned, draft: Draft, round: number, answer: Answer): Generator<AiEvent, void, undefined> {
  if (kind === "words") {
    answer.words = `${answer.words}${answer.words === "" ? "" : "\n"}${printable(text)}`.slice(0, LONGEST_WORDS);
    return;
  }
  const reject = (reason: string): AiEvent => {
    const line = text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text;
    const rejected = { round, line: printable(line), reason: printable(reason) };
    answer.rejected.push(rejected);
    return { event: "rejected", data: rejected };
  };
  if (kind === "broken") {
    yield reject("It is not a whole JSON object.");
    return;
  }
  if (kind === "deep") {
    yield reject(`It nests deeper than ${DEEPEST_OBJECT} levels.`);
    return;
  }
  try {
    const { operation, change } = draft.apply(text);
    yield { event: "operation", data: { round, operation, change } };
  } catch (error) {
    // The stack ran out over something that the bounds did not foresee: one line is lost, not all that was said.
    if (!(error instanceof OperationProblem || error instanceof RangeError)) throw error;
    yield reject(error instanceof OperationProblem ? error.message : "It is too much for one operation.");
  }
}
