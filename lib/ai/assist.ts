import type { AiEvent, AssistRequest, AssistResult, CallUse } from "../api/ai-schemas.ts";
import type { AppError } from "../errors.ts";
import { isAppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import type { Question } from "./ask-model.ts";
import { askModel } from "./ask-model.ts";
import { addUse, NO_USE } from "./add-use.ts";
import { LONGEST_MS } from "./failures.ts";
import type { ChosenModel } from "./find-model.ts";
import type { Heard } from "./judge-answer.ts";
import { judgeAnswer } from "./judge-answer.ts";
import type { DocumentAiHost, Prepared } from "./prepare.ts";
import { prepare } from "./prepare.ts";
import { explain } from "./tasks/explain.ts";
import { makePayload } from "./tasks/make-payload.ts";
import { ThoughtStripper } from "./tasks/strip-thoughts.ts";
import type { Task } from "./tasks/task.ts";
import { writeCode } from "./tasks/write-code.ts";
import { writeExpression } from "./tasks/write-expression.ts";

const MOST_REPAIRS = 2;
const LONGEST_ECHO = 8_000;

/**
 * Asks a model to explain, to write code or an expression, or to make a payload, and gives its words and then the result, checked; what is wrong with
 * it goes back to the model twice, and is told with the result. An answer that is of no use ends in an `error`. Throws before anything is asked, as
 * `generateWorkflow` does.
 */
export async function assist(
  server: DocumentAiHost,
  access: Access,
  request: AssistRequest,
  gone: AbortSignal,
  longestMs = LONGEST_MS,
): Promise<AsyncGenerator<AiEvent, void, undefined>> {
  const prepared = await prepare(server, access, request.graph);
  const asked = { name: request.task, task: makeTask(prepared, request) };
  return run(server, access, prepared, asked, { signal: AbortSignal.any([gone, AbortSignal.timeout(longestMs)]), gone });
}

function makeTask(prepared: Prepared, request: AssistRequest): Task {
  switch (request.task) {
    case "explain":
      return explain(prepared, request);
    case "code":
      return writeCode(prepared, request);
    case "expression":
      return writeExpression(prepared, request);
    case "payload":
      return makePayload(prepared, request);
  }
}

async function* run(
  server: DocumentAiHost,
  access: Access,
  { chosen, fence }: Prepared,
  { name, task }: { readonly name: AssistRequest["task"]; readonly task: Task },
  { signal, gone }: { readonly signal: AbortSignal; readonly gone: AbortSignal },
): AsyncGenerator<AiEvent, void, undefined> {
  yield { event: "started", data: { provider: chosen.connection.name, model: chosen.model, catalog: { shown: 0, all: 0, tokens: 0 } } };
  const messages: Question["messages"][number][] = [{ role: "user", content: task.message }];
  let usage = NO_USE;
  let best: AssistResult | AppError | undefined;
  for (let round = 0; ; round++) {
    const question = { task: name, instructions: task.instructions, messages, maxOutputTokens: task.maxOutputTokens, signal };
    const heard: Heard = { text: "", ended: undefined, thrown: undefined };
    // Of a second answer only the result is shown.
    const shows = task.streams && round === 0;
    for await (const delta of hear(server, access, chosen, question, heard)) if (shows) yield { event: "text", data: { delta } };
    if (gone.aborted) return;
    if (heard.ended) {
      usage = addUse(usage, heard.ended);
      yield { event: "usage", data: usage };
    }
    const { outcome, problems, isFinal } = judgeAnswer(task, heard, signal.aborted);
    // What an earlier answer gave is worth more than why there is no better one.
    if (best === undefined || isAppError(best) || !isAppError(outcome)) best = outcome;
    if (isFinal || round === MOST_REPAIRS) return yield endWith(best, usage);
    messages.push(
      { role: "assistant", content: heard.text.slice(0, LONGEST_ECHO) || "(nothing)" },
      {
        role: "user",
        content: `That is not right yet. Answer again, whole.\n\n${fence.data("problems", problems.join("\n"), LONGEST_ECHO)}`,
      },
    );
  }
}

function endWith(outcome: AssistResult | AppError, usage: CallUse): AiEvent {
  if (!isAppError(outcome)) return { event: "result", data: { result: outcome, usage } };
  const { code, message, hint } = outcome;
  return { event: "error", data: { code, message, hint: hint ?? null } };
}

/** The words of one answer without its thoughts, as they come; `heard` has at last what there is to know of it. */
async function* hear(
  server: DocumentAiHost,
  access: Access,
  chosen: ChosenModel,
  question: Question,
  heard: Heard,
): AsyncGenerator<string, void, undefined> {
  const stripper = new ThoughtStripper();
  try {
    for await (const delta of askModel(server, access, chosen, question, (end) => (heard.ended = end))) {
      heard.text += delta;
      const said = stripper.push(delta);
      if (said !== "") yield said;
    }
    const rest = stripper.end();
    if (rest !== "") yield rest;
  } catch (error) {
    if (!isAppError(error)) throw error;
    heard.thrown = error;
  }
}
