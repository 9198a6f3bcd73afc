import type { Diagnostic } from "../../codegen/diagnostics/diagnostic.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import type { AiEvent, GenerateRequest, Proposal, Rejected } from "../api/ai-schemas.ts";
import type { AppError } from "../errors.ts";
import { isAppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import { addUse, NO_USE } from "./add-use.ts";
import type { Ended, Question } from "./ask-model.ts";
import { askModel } from "./ask-model.ts";
import { checkProposal, keyOf, problemsOf } from "./check-proposal.ts";
import { Draft } from "./draft.ts";
import { findNotices } from "./find-notices.ts";
import type { DocumentAiHost, Prepared } from "./prepare.ts";
import type { Answer } from "./read-answer.ts";
import { readAnswer } from "./read-answer.ts";
import type { CatalogExcerpt } from "./search-catalog.ts";
import type { Heard } from "./tell-end.ts";
import { tellEnd } from "./tell-end.ts";
import { FORGOTTEN, writeInstructions, writeRepair, writeRequest } from "./write-prompt.ts";

const MOST_REPAIRS = 3;
const MOST_OUTPUT_TOKENS = 12_000;
/** Of an answer that is shown to the model again. */
const LONGEST_ECHO = 24_000;

/** How the last answer ended, and why it did not end by itself. */
interface End {
  readonly how: Proposal["ended"];
  readonly failure: AppError | undefined;
}
type Message = Question["messages"][number];
type Events<Result = void> = AsyncGenerator<AiEvent, Result, undefined>;

/** What is asked for, and what the model is shown beside the document. */
interface Asked {
  readonly request: GenerateRequest;
  readonly run: string | undefined;
  readonly catalog: CatalogExcerpt;
}

/** A draft with what the compiler said of it. */
interface Looked {
  readonly graph: Graph;
  readonly operations: Proposal["operations"];
  readonly diagnostics: readonly Diagnostic[];
  readonly problems: readonly Diagnostic[];
  readonly code: string | null;
}

/** One request for a workflow, from the first answer over its repairs to the proposal. */
export class Generation {
  readonly #server: DocumentAiHost;
  readonly #access: Access;
  readonly #prepared: Prepared;
  readonly #asked: Asked;
  readonly #draft: Draft;
  readonly #messages: Message[] = [];
  readonly #rejected: Rejected[] = [];
  #use = NO_USE;

  constructor(server: DocumentAiHost, access: Access, prepared: Prepared, asked: Asked) {
    this.#server = server;
    this.#access = access;
    this.#prepared = prepared;
    this.#asked = asked;
    const connections = new Set(prepared.connections.map(({ alias }) => alias));
    this.#draft = new Draft(prepared.graph, { catalog: prepared.context.catalog, connections });
  }

  /** `gone` says that nobody listens any more, `signal` that, or that it takes too long. */
  async *run(signal: AbortSignal, gone: AbortSignal): Events {
    const { chosen, graph, context } = this.#prepared;
    const { request, run, catalog } = this.#asked;
    const part = { shown: catalog.shown.size, all: catalog.all, tokens: catalog.tokens };
    yield { event: "started", data: { provider: chosen.connection.name, model: chosen.model, catalog: part } };
    const before = checkProposal(this.#server, graph, context).diagnostics;
    const known = new Set(before.map(keyOf));
    const [told, seen] = [new Set(catalog.shown), new Set<string>()];
    this.#messages.push({ role: "user", content: writeRequest(this.#prepared, request, { catalog, run, before }) });
    let best: Looked | undefined;
    for (let round = 0; ; round++) {
      const changed = this.#changes();
      const heard = yield* this.#ask(round, signal);
      if (gone.aborted) return;
      const { answer, problem } = heard;
      const end = tellEnd(heard, signal.aborted);
      if (this.#changes() === 0) {
        const last = this.#endWithoutChanges(answer, end, round);
        if (last) return yield last;
      }
      if (this.#changes() === 0 && answer.rejected.length === 0) {
        this.#answerWith(answer, FORGOTTEN);
        continue;
      }
      yield { event: "checking", data: { round } };
      const looked = this.#look(known);
      if (!best || looked.problems.length <= best.problems.length) best = looked;
      const isWhole = end.how === "whole";
      const isClean = looked.problems.length === 0 && answer.rejected.length === 0 && isWhole;
      const signature = JSON.stringify([looked.problems.map(keyOf), answer.rejected.map(({ line }) => line)]);
      const isLimited = answer.stopped || problem !== undefined || signal.aborted || end.how === "filtered";
      const stopped = isClean ? "clean" : isLimited ? "limit" : seen.has(signature) ? "unchanged" : "repairs";
      if (stopped !== "repairs" || round === MOST_REPAIRS) {
        const isRefusal = isWhole && !isClean && this.#changes() === changed;
        return yield { event: "proposal", data: this.#propose(best, round, stopped, isRefusal ? { ...end, how: "refused" } : end) };
      }
      seen.add(signature);
      yield { event: "repair", data: { round: round + 1, diagnostics: looked.problems.map((diagnostic) => ({ ...diagnostic })) } };
      const wrong = { problems: looked.problems, rejected: answer.rejected, isCut: !isWhole };
      this.#answerWith(answer, writeRepair(this.#prepared, looked.graph, wrong, told));
    }
  }

  /** One answer of the model, its events as they come. */
  async *#ask(round: number, signal: AbortSignal): Events<Heard> {
    const answer: Answer = { text: "", rejected: [], words: "", stopped: false };
    const instructions = writeInstructions(this.#prepared);
    const question: Question = { task: "generate", instructions, messages: this.#messages, maxOutputTokens: MOST_OUTPUT_TOKENS, signal };
    let ended: Ended | undefined;
    let problem: AppError | undefined;
    try {
      const words = askModel(this.#server, this.#access, this.#prepared.chosen, question, (end) => (ended = end));
      yield* readAnswer(words, this.#draft, round, answer);
    } catch (error) {
      if (!isAppError(error)) throw error;
      problem = error;
    }
    this.#rejected.push(...answer.rejected);
    if (ended) {
      this.#use = addUse(this.#use, ended);
      yield { event: "usage", data: this.#use };
    }
    return { answer, ended, problem };
  }

  /** The last event where there is nothing to propose; undefined where the model should be asked once more. */
  #endWithoutChanges(answer: Answer, { how, failure }: End, round: number): AiEvent | undefined {
    // Of a line that was cut off the model may be asked for the rest.
    const mayGoOn = how === "cut" && !answer.stopped && answer.rejected.length > 0;
    if (failure && how !== "filtered" && !mayGoOn) return { event: "error", data: tellFailure(failure) };
    if (answer.rejected.length > 0) return undefined;
    // Only words: they may be a refusal, or the answer of a model that forgot the form.
    const isMeant = this.#said() !== "" || round > 0 || how === "filtered";
    if (!isMeant) return undefined;
    const message = this.#said() || answer.words || (failure?.message ?? "The model gave no answer.");
    return { event: "refused", data: { message, usage: this.#use } };
  }

  #answerWith({ text }: Answer, content: string): void {
    this.#messages.push({ role: "assistant", content: text.slice(0, LONGEST_ECHO) || "(nothing)" }, { role: "user", content });
  }

  #changes(): number {
    return this.#draft.operations.filter(({ op }) => op !== "say").length;
  }

  #said(): string {
    return this.#draft.operations.flatMap((operation) => (operation.op === "say" ? [operation.text] : [])).join("\n");
  }

  #look(known: ReadonlySet<string>): Looked {
    const graph = this.#draft.laidOut();
    const { diagnostics, code } = checkProposal(this.#server, graph, this.#prepared.context);
    return { graph, operations: [...this.#draft.operations], diagnostics, problems: problemsOf(diagnostics, known), code };
  }

  #propose({ graph, operations, diagnostics, code }: Looked, repairs: number, stopped: Proposal["stopped"], end: End): Proposal {
    return {
      graph: { ...graph },
      code,
      operations,
      summary: this.#said(),
      diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic })),
      notices: findNotices(this.#prepared.graph, graph, this.#prepared.context),
      rejected: this.#rejected,
      repairs,
      stopped,
      ended: end.how,
      failure: end.failure ? tellFailure(end.failure) : null,
      usage: this.#use,
    };
  }
}

function tellFailure({ code, message, hint }: AppError): NonNullable<Proposal["failure"]> {
  return { code, message, hint: hint ?? null };
}
