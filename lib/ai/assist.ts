import type { AiEvent, AssistRequest } from "../api/ai-schemas.ts";
import type { Access } from "../keys/access.ts";
import type { Ended, Question } from "./ask-model.ts";
import { askModel } from "./ask-model.ts";
import { addUse, NO_USE } from "./add-use.ts";
import type { DocumentAiHost, Prepared } from "./prepare.ts";
import { prepare } from "./prepare.ts";
import { explain } from "./tasks/explain.ts";
import { makePayload } from "./tasks/make-payload.ts";
import { stripThoughts } from "./tasks/strip-thoughts.ts";
import type { Task } from "./tasks/task.ts";
import { writeCode } from "./tasks/write-code.ts";
import { writeExpression } from "./tasks/write-expression.ts";

const MOST_REPAIRS = 2;
const LONGEST_ECHO = 8_000;

/**
 * Asks a model to explain, to write code or an expression, or to make a payload, and gives its words and then the result, checked; what is wrong with
 * it goes back to the model twice, and is told with the result. Throws before anything is asked, as `generateWorkflow` does.
 */
export async function assist(
  server: DocumentAiHost,
  access: Access,
  request: AssistRequest,
  signal: AbortSignal,
): Promise<AsyncGenerator<AiEvent, void, undefined>> {
  const prepared = await prepare(server, access, request.graph);
  return run(server, access, prepared, request.task, makeTask(server, prepared, request), signal);
}

function makeTask(server: DocumentAiHost, prepared: Prepared, request: AssistRequest): Task {
  switch (request.task) {
    case "explain":
      return explain(server, prepared, request);
    case "code":
      return writeCode(server, prepared, request);
    case "expression":
      return writeExpression(server, prepared, request);
    case "payload":
      return makePayload(server, prepared, request);
  }
}

async function* run(
  server: DocumentAiHost,
  access: Access,
  { chosen, fence }: Prepared,
  name: AssistRequest["task"],
  task: Task,
  signal: AbortSignal,
): AsyncGenerator<AiEvent, void, undefined> {
  yield { event: "started", data: { provider: chosen.connection.name, model: chosen.model, catalog: { shown: 0, all: 0, tokens: 0 } } };
  const messages: Question["messages"][number][] = [{ role: "user", content: task.message }];
  let usage = NO_USE;
  for (let round = 0; ; round++) {
    const question = { task: name, instructions: task.instructions, messages, maxOutputTokens: task.maxOutputTokens, signal };
    let text = "";
    let ended: Ended | undefined;
    for await (const delta of askModel(server, access, chosen, question, (end) => (ended = end))) {
      const shown = stripThoughts(text).length;
      text += delta;
      const fresh = stripThoughts(text).slice(shown);
      // Of a second answer only the result is shown.
      if (task.streams && round === 0 && fresh !== "") yield { event: "text", data: { delta: fresh } };
    }
    if (signal.aborted) return;
    if (ended) usage = addUse(usage, ended);
    yield { event: "usage", data: usage };
    if (ended?.error && text === "") {
      const { code, message, hint } = ended.error;
      return yield { event: "error", data: { code, message, hint: hint ?? null } };
    }
    const { result, problems } = task.read(text);
    if (problems.length === 0 || round === MOST_REPAIRS) return yield { event: "result", data: { result, usage } };
    messages.push(
      { role: "assistant", content: text.slice(0, LONGEST_ECHO) || "(nothing)" },
      {
        role: "user",
        content: `That is not right yet. Answer again, whole.\n\n${fence.data("problems", problems.join("\n").slice(0, LONGEST_ECHO))}`,
      },
    );
  }
}
