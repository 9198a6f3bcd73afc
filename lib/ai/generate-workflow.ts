import type { Diagnostic } from "../../codegen/diagnostics/diagnostic.ts";
import { formatDiagnostic } from "../../codegen/diagnostics/format-diagnostic.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import { bindsOutput } from "../../codegen/schema/node-facts.ts";
import type { AiEvent, GenerateRequest, Proposal, Rejected } from "../api/ai-schemas.ts";
import { AppError, isAppError } from "../errors.ts";
import type { Access } from "../keys/access.ts";
import { addUse, NO_USE } from "./add-use.ts";
import type { Ended, Question } from "./ask-model.ts";
import { askModel } from "./ask-model.ts";
import { checkProposal, keyOf, problemsOf } from "./check-proposal.ts";
import { describeAction } from "./describe-action.ts";
import { describeRun } from "./describe-run.ts";
import { Draft } from "./draft.ts";
import { findNotices } from "./find-notices.ts";
import { LANGUAGE } from "./language.ts";
import type { DocumentAiHost, Prepared } from "./prepare.ts";
import { describeNames, prepare } from "./prepare.ts";
import type { Answer } from "./read-answer.ts";
import { readAnswer } from "./read-answer.ts";
import type { CatalogExcerpt } from "./search-catalog.ts";
import { searchCatalog } from "./search-catalog.ts";

const MOST_REPAIRS = 3;
/** In tokens, as estimated. */
const BUDGETS = { catalog: 6_000, graph: 12_000, output: 12_000 } as const;
/** For all answers together. */
const LONGEST_MS = 300_000;
const LONGEST_ECHO = 24_000;

/**
 * Asks a model for a change of a document, and gives what it says as events: operations as they come, each checked and applied to a draft, then what
 * the compiler says, which goes back to the model up to three times, and at last a proposal. Nothing is stored. Throws, before anything is asked,
 * `not_configured`, `budget_exhausted`, `invalid_graph` and `not_found` for the run.
 */
export async function generateWorkflow(
  server: DocumentAiHost,
  access: Access,
  request: GenerateRequest,
  signal: AbortSignal,
): Promise<AsyncGenerator<AiEvent, void, undefined>> {
  const prepared = await prepare(server, access, request.graph);
  const run = request.run === undefined ? undefined : await describeRun(server, access, request.run);
  const catalog = searchCatalog(prepared.context.catalog, {
    words: [request.prompt, run ?? ""].join("\n").slice(0, 4_000),
    graph: prepared.graph,
    connected: new Set(prepared.connections.map(({ service }) => service)),
    budget: BUDGETS.catalog,
  });
  return new Generation(server, access, prepared, catalog).run(
    request,
    run,
    AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]),
    signal,
  );
}

const TOO_LONG = new AppError("service_failed", "The model did not end within five minutes.", {
  hint: "Ask for less at once, or choose a faster model.",
});

type Message = Question["messages"][number];

/** A draft with what the compiler said of it. */
interface Looked {
  readonly graph: Graph;
  readonly operations: Proposal["operations"];
  readonly diagnostics: readonly Diagnostic[];
  readonly problems: readonly Diagnostic[];
  readonly code: string | null;
}

class Generation {
  readonly #server: DocumentAiHost;
  readonly #access: Access;
  readonly #prepared: Prepared;
  readonly #catalog: CatalogExcerpt;
  readonly #draft: Draft;
  readonly #told: Set<string>;
  readonly #rejected: Rejected[] = [];
  #use = NO_USE;

  constructor(server: DocumentAiHost, access: Access, prepared: Prepared, catalog: CatalogExcerpt) {
    this.#server = server;
    this.#access = access;
    this.#prepared = prepared;
    this.#catalog = catalog;
    this.#told = new Set(catalog.shown);
    const connections = new Set(prepared.connections.map(({ alias }) => alias));
    this.#draft = new Draft(prepared.graph, { catalog: prepared.context.catalog, connections });
  }

  async *run(
    request: GenerateRequest,
    run: string | undefined,
    signal: AbortSignal,
    gone: AbortSignal,
  ): AsyncGenerator<AiEvent, void, undefined> {
    const { chosen, graph, context } = this.#prepared;
    const { shown, all, tokens } = this.#catalog;
    yield {
      event: "started",
      data: { provider: chosen.connection.name, model: chosen.model, catalog: { shown: shown.size, all, tokens } },
    };
    const before = checkProposal(this.#server, graph, context).diagnostics;
    const known = new Set(before.map(keyOf));
    const messages: Message[] = [{ role: "user", content: this.#firstMessage(request, run, before) }];
    const seen = new Set<string>();
    let best: Looked | undefined;
    let stopped: Proposal["stopped"] = "repairs";
    let repairs = 0;
    for (let round = 0; round <= MOST_REPAIRS; round++) {
      repairs = round;
      const { answer, ended, problem } = yield* this.#ask(messages, round, signal);
      if (gone.aborted) return;
      const failure = problem ?? ended?.error ?? (signal.aborted ? TOO_LONG : undefined);
      if (this.#changes() === 0 && failure) return yield this.#error(failure);
      if (this.#changes() === 0 && answer.rejected.length === 0) {
        const said = this.#said() || answer.words;
        // Only words: they may be a refusal, or the answer of a model that forgot the form.
        if (this.#said() !== "" || round > 0 || ended?.how === "filtered") {
          return yield { event: "refused", data: { message: said || "The model gave no answer.", usage: this.#use } };
        }
        messages.push(
          { role: "assistant", content: answer.text.slice(0, LONGEST_ECHO) || "(nothing)" },
          { role: "user", content: FORGOTTEN },
        );
        continue;
      }
      yield { event: "checking", data: { round } };
      const looked = this.#look(known);
      if (!best || looked.problems.length <= best.problems.length) best = looked;
      const isCut = ended?.how === "cut" || ended?.how === "broken";
      const isClean = looked.problems.length === 0 && answer.rejected.length === 0 && !isCut;
      const signature = JSON.stringify([looked.problems.map(keyOf), answer.rejected.map(({ line }) => line)]);
      stopped = isClean ? "clean" : answer.stopped || problem || signal.aborted ? "limit" : seen.has(signature) ? "unchanged" : "repairs";
      if (stopped !== "repairs" || round === MOST_REPAIRS) break;
      seen.add(signature);
      yield { event: "repair", data: { round: round + 1, diagnostics: looked.problems.map((diagnostic) => ({ ...diagnostic })) } };
      messages.push(
        { role: "assistant", content: answer.text.slice(0, LONGEST_ECHO) || "(nothing)" },
        { role: "user", content: this.#repairMessage(looked, answer, isCut) },
      );
    }
    yield { event: "proposal", data: this.#proposal(best ?? this.#look(known), repairs, stopped) };
  }

  /** One answer of the model, its events as they come. `problem` is why there could be none. */
  async *#ask(
    messages: readonly Message[],
    round: number,
    signal: AbortSignal,
  ): AsyncGenerator<AiEvent, { answer: Answer; ended: Ended | undefined; problem: AppError | undefined }, undefined> {
    const answer: Answer = { text: "", applied: 0, rejected: [], words: "", stopped: false };
    const question = { task: "generate" as const, instructions: this.#instructions(), messages, maxOutputTokens: BUDGETS.output, signal };
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

  #proposal({ graph, operations, diagnostics, code }: Looked, repairs: number, stopped: Proposal["stopped"]): Proposal {
    return {
      graph: { ...graph },
      code,
      operations,
      summary: this.#said(),
      diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic })),
      notices: findNotices(this.#prepared.graph, graph, this.#prepared.context.variables),
      rejected: this.#rejected,
      repairs,
      stopped,
      usage: this.#use,
    };
  }

  #error({ code, message, hint }: AppError): AiEvent {
    return { event: "error", data: { code, message, hint: hint ?? null } };
  }

  #instructions(): string {
    return `You draw workflows in Weft: you turn a person's request into operations on a graph document.\n${this.#prepared.fence.rule}\n\n${LANGUAGE}`;
  }

  #firstMessage(request: GenerateRequest, run: string | undefined, before: readonly Diagnostic[]): string {
    const { fence, graph } = this.#prepared;
    const selection = new Set(request.selection ?? []);
    const selected = graph.nodes.filter(({ id }) => selection.has(id)).map(({ id }) => id);
    const reads = graph.nodes.filter((node) => bindsOutput(node, this.#prepared.context.catalog)).map(({ id }) => id);
    return [
      fence.catalog(this.#catalog.text),
      fence.data("names", describeNames(this.#prepared)),
      fence.graph(graph, selection, BUDGETS.graph),
      ...(before.length === 0
        ? []
        : [
            fence.data(
              "problems of the document as it is",
              before
                .map((one) => formatDiagnostic(one))
                .join("\n")
                .slice(0, 6_000),
            ),
          ]),
      ...(run === undefined ? [] : [fence.data("the last run", run)]),
      ...(selected.length === 0 ? [] : [`The person has selected: ${selected.join(", ")}. "This" and "it" mean that.`]),
      ...(reads.length === 0 ? [] : [`Nodes with a value to read: ${reads.join(", ")}.`]),
      fence.request(request.prompt),
    ].join("\n\n");
  }

  #repairMessage({ problems, graph }: Looked, { rejected }: Answer, isCut: boolean): string {
    const { fence, context } = this.#prepared;
    const fresh = [...new Set(graph.nodes.map(({ kind }) => kind))]
      .filter((kind) => !this.#told.has(kind))
      .flatMap((kind) => context.catalog.actions.get(kind) ?? []);
    for (const { kind } of fresh) this.#told.add(kind);
    return [
      isCut
        ? "Your answer broke off. What came whole was applied; go on from there."
        : "Your operations were applied, but for what follows. Mend it with more operations; repeat none that was applied.",
      ...(rejected.length === 0
        ? []
        : [fence.data("rejected lines", rejected.map(({ line, reason }) => `${line}\n  ${reason}`).join("\n"))]),
      ...(problems.length === 0
        ? []
        : [
            fence.data(
              "problems",
              problems
                .map((problem) => formatDiagnostic(problem))
                .join("\n")
                .slice(0, 8_000),
            ),
          ]),
      ...(fresh.length === 0 ? [] : [fence.catalog(fresh.map(describeAction).join("\n").slice(0, 12_000))]),
      fence.graph(graph, new Set(problems.flatMap(({ location }) => location.node ?? [])), BUDGETS.graph / 2),
    ].join("\n\n");
  }
}

const FORGOTTEN =
  'Answer with operations, one JSON object a line and nothing else; or, if you will not, with one {"op":"say","text":"why"}.';
