import { renameNode } from "../../../codegen/rename.ts";
import type { Graph } from "../../../codegen/schema/graph.ts";
import { parseGraph } from "../../../codegen/schema/parse-graph.ts";
import type { AssistRequest, GenerateRequest, Proposal } from "../../../lib/api/ai-schemas.ts";
import { ApiError } from "../../api/api-error.ts";
import type { AiStreamEvent } from "../../api/stream-ai.ts";
import { askText } from "../../text/ask.ts";
import { selectNodes } from "../model/selection.ts";
import type { Editor } from "../model/editor.ts";
import type { Conflict } from "../model/merge/merge-graphs.ts";
import { mergeGraphs } from "../model/merge/merge-graphs.ts";
import { applyChange } from "./apply-change.ts";
import type { AskState, LogLine, OpenProposal, Progress } from "./ask-state.ts";
import { describeOperation } from "./describe-operation.ts";
import { listChanges } from "./list-changes.ts";
import { markChanges } from "./mark-changes.ts";
import type { Preview } from "./preview.ts";
import { takeChanges } from "./take-changes.ts";

const WAITING: Progress = { doing: "waiting", round: 0, model: undefined, log: [], usage: undefined };

/** What is asked of a model: a change of the document, or words about it. */
export type AiQuestion =
  | { readonly route: "POST /api/ai/generate-workflow"; readonly body: GenerateRequest }
  | { readonly route: "POST /api/ai/assist"; readonly body: AssistRequest };

/** Asks, and calls back for each event. Rejects with `ApiError` for what was refused, failed, or was cut off. */
type StreamAi = (question: AiQuestion, signal: AbortSignal, onEvent: (event: AiStreamEvent) => void) => Promise<void>;

/** What asking is done with. */
export interface AskHost {
  readonly editor: Editor;
  readonly stream: StreamAi;
  /** Gives the nodes that a proposal adds their places. */
  readonly place: (before: Graph, proposed: Graph) => Promise<Graph>;
}

/** What accepting made of the document, or what both sides changed meanwhile: then nothing is done. */
export type Accepted = { readonly taken: number; readonly all: number } | { readonly conflicts: readonly Conflict[] };

/** Asking a model for one document: a question, the draft as it comes, the proposal, and what becomes of it. The document changes by `accept` only. */
export class AskSession {
  readonly #host: AskHost;
  readonly #listeners = new Set<() => void>();
  #state: AskState = { stage: "idle" };
  #preview: Preview | undefined;
  #viewers = 0;
  #abort: AbortController | undefined;
  /** The document that was asked about. */
  #base: Graph;
  /** The same with its nodes called as in the draft. */
  #named: Graph;
  #draft: Graph;

  constructor(host: AskHost) {
    this.#host = host;
    this.#base = this.#named = this.#draft = host.editor.state.graph;
  }

  get state(): AskState {
    return this.#state;
  }

  /** What to show in place of the document. */
  get preview(): Preview | undefined {
    return this.#preview;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Says that somebody looks; gives what ends that. When nobody looks any more, what is going on is stopped. */
  attend(): () => void {
    this.#viewers++;
    return () => {
      this.#viewers--;
      // In development React goes and comes back at once.
      setTimeout(() => {
        if (this.#viewers === 0) this.stop();
      });
    };
  }

  /** Asks for a change of the document as it is now; resolves when there is an end of any kind. */
  async ask(prompt: string, more: Pick<GenerateRequest, "run"> = {}): Promise<void> {
    const { graph, selection } = this.#host.editor.state;
    this.#base = this.#named = this.#draft = graph;
    const selected = [...selection.nodes];
    const body = { prompt, graph: { ...graph }, ...(selected.length === 0 ? {} : { selection: selected }), ...more };
    this.#set({ stage: "asking", progress: WAITING }, this.#drawn());
    await this.#run({ route: "POST /api/ai/generate-workflow", body });
  }

  /** Asks for words about the document, or one of its nodes. */
  async explain(node?: string): Promise<void> {
    const body: AssistRequest = { task: "explain", graph: { ...this.#host.editor.state.graph }, ...(node === undefined ? {} : { node }) };
    this.#set({ stage: "explaining", about: node, text: "", isCut: false, usage: undefined });
    await this.#run({ route: "POST /api/ai/assist", body });
  }

  /** Ends what is going on; what came so far is dropped. */
  stop(): void {
    if (!this.#abort) return;
    this.#abort.abort();
    this.#abort = undefined;
    this.#set({ stage: "stopped" });
  }

  /** Ticks changes, or takes the ticks away. */
  choose(keys: readonly string[], isChosen: boolean): void {
    const { state } = this;
    if (state.stage !== "proposal") return;
    const chosen = new Set(state.proposal.chosen);
    for (const key of keys) {
      if (isChosen) chosen.add(key);
      else chosen.delete(key);
    }
    const proposal = { ...state.proposal, chosen };
    this.#set({ ...state, proposal }, this.#proposed(proposal));
  }

  /** Makes the ticked changes, as one edit; with `all` every one. What the document has become meanwhile is kept. */
  accept({ all = false } = {}): Accepted | undefined {
    if (this.#state.stage !== "proposal") return undefined;
    const { list, chosen } = this.#state.proposal;
    const keys = list.changes.map(({ key }) => key);
    const { editor } = this.#host;
    const { graph } = takeChanges(list, all ? new Set(keys) : chosen);
    const { graph: merged, conflicts } = mergeGraphs(this.#base, editor.state.graph, graph);
    if (conflicts.length > 0) return { conflicts };
    const known = new Set(this.#base.nodes.map(({ id }) => id));
    const added = graph.nodes.flatMap(({ id }) => (known.has(id) ? [] : [id]));
    editor.endGroup();
    editor.edit({ label: askText.edit, source: "ai" }, (_graph, selection) => ({
      graph: merged,
      selection: added.length > 0 ? selectNodes(added) : selection,
    }));
    editor.endGroup();
    this.#set({ stage: "idle" });
    return { taken: all ? keys.length : keys.filter((key) => chosen.has(key)).length, all: keys.length };
  }

  /** Puts away what is shown: a proposal, an explanation, a failure. */
  dismiss(): void {
    this.stop();
    this.#set({ stage: "idle" });
  }

  async #run(question: AiQuestion): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    let last: AiStreamEvent | undefined;
    const receive = (event: AiStreamEvent): void => {
      if (abort.signal.aborted) return;
      last = event;
      this.#receive(event);
    };
    try {
      await this.#host.stream(question, abort.signal, receive);
      if (abort.signal.aborted) return;
      if (last?.event === "proposal") await this.#propose(last.data, abort.signal);
      else if (this.#state.stage === "asking" || this.#state.stage === "explaining") this.#fail(broken());
    } catch (error) {
      if (abort.signal.aborted) return;
      this.#fail(error instanceof Error ? error : broken());
    } finally {
      if (this.#abort === abort) this.#abort = undefined;
    }
  }

  #receive(event: AiStreamEvent): void {
    switch (event.event) {
      case "started":
        return this.#progress({ model: event.data.model });
      case "operation": {
        const { operation, change } = event.data;
        const before = this.#draft;
        if (change.renamed && this.#named.nodes.some(({ id }) => id === change.renamed?.from)) {
          this.#named = renameNode(this.#named, change.renamed.from, change.renamed.to);
        }
        this.#draft = applyChange(before, change);
        const kind = operation.op === "addNode" ? "added" : operation.op === "removeNode" ? "removed" : "changed";
        const line: LogLine = { kind, text: describeOperation(operation, before, this.#draft) };
        return this.#progress(
          { doing: event.data.round === 0 ? "drawing" : "repairing" },
          operation.op === "say" ? undefined : line,
          this.#drawn(),
        );
      }
      case "rejected":
        return this.#progress({}, { kind: "rejected", text: event.data.line, detail: event.data.reason });
      case "checking":
        return this.#progress({ doing: "checking" });
      case "repair": {
        const { round, diagnostics } = event.data;
        const detail = diagnostics.map(({ message }) => message).join("\n");
        const line: LogLine = { kind: "repair", text: askText.repair(round, diagnostics.length), ...(detail === "" ? {} : { detail }) };
        return this.#progress({ doing: "repairing", round }, line, { ...this.#drawn(), diagnostics });
      }
      case "usage":
        return this.#state.stage === "explaining"
          ? this.#set({ ...this.#state, usage: event.data })
          : this.#progress({ usage: event.data });
      case "text":
        if (this.#state.stage === "explaining") this.#set({ ...this.#state, text: this.#state.text + event.data.delta });
        return;
      case "result":
        if (event.data.result.task !== "explain" || this.#state.stage !== "explaining") return;
        return this.#set({
          ...this.#state,
          stage: "explained",
          text: event.data.result.text,
          isCut: event.data.result.ended !== "whole",
          usage: event.data.usage,
        });
      case "refused":
        return this.#set({ stage: "refused", ...event.data });
      // Its places are found first; `#propose` shows it.
      case "proposal":
        return;
    }
  }

  async #propose({ graph, operations, diagnostics, ...rest }: Proposal, signal: AbortSignal): Promise<void> {
    const parsed = parseGraph(graph);
    if (!("graph" in parsed)) return this.#fail(broken());
    const placed = await this.#host.place(this.#named, parsed.graph);
    if (signal.aborted || this.#state.stage !== "asking") return;
    const list = listChanges(this.#base, placed, operations);
    if (list.changes.length === 0) return this.#set({ stage: "unchanged", summary: rest.summary, usage: rest.usage });
    const proposal: OpenProposal = {
      ...rest,
      diagnostics,
      list,
      chosen: new Set(list.changes.map(({ key }) => key)),
    };
    this.#set({ stage: "proposal", progress: this.#state.progress, proposal }, this.#proposed(proposal));
  }

  #drawn(): Preview {
    return { ...markChanges(this.#named, this.#draft), before: this.#base, after: this.#draft, isComing: true, diagnostics: [] };
  }

  #proposed({ list, chosen, diagnostics }: OpenProposal): Preview {
    const { graph, before, renamed } = takeChanges(list, chosen);
    const known = graph === list.proposed ? diagnostics : undefined;
    return { ...markChanges(before, graph, renamed), before: this.#base, after: graph, isComing: false, diagnostics: known };
  }

  #progress(change: Partial<Progress>, line?: LogLine, preview = this.#preview): void {
    if (this.#state.stage !== "asking") return;
    const { progress } = this.#state;
    this.#set({ stage: "asking", progress: { ...progress, ...change, log: line ? [...progress.log, line] : progress.log } }, preview);
  }

  #fail(error: Error): void {
    this.#set({ stage: "failed", error });
  }

  #set(state: AskState, preview?: Preview): void {
    this.#state = state;
    this.#preview = preview;
    for (const listener of this.#listeners) listener();
  }
}

function broken(): ApiError {
  return new ApiError(0, { code: "unreachable", ...askText.broken });
}
