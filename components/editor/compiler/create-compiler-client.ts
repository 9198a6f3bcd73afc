import { createSourceMap } from "../../../codegen/emit/source-map.ts";
import type { Graph } from "../../../codegen/schema/graph.ts";
import type { CompilerClient } from "./compiler-client.ts";
import type { Question, QuestionKind, Questions, Reply } from "./protocol.ts";
import { Superseded } from "./superseded.ts";

/** The part of a `Worker` that the client uses. */
export interface CompilerPort {
  postMessage(question: Question): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

interface Waiting {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly asks: unknown;
  readonly resolve: (gives: never) => void;
  readonly reject: (error: Error) => void;
}

/** How soon a kind comes to its turn: what a person waits for with the caret in a field, before what shows in passing. */
const urgency: Readonly<Record<QuestionKind, number>> = {
  completionsAt: 0,
  membersAt: 1,
  typesAt: 2,
  parse: 3,
  emitDraft: 4,
  emit: 4,
  declarationsOf: 5,
  checkTypes: 6,
};

/** Milliseconds after which a question is given up and the worker with it. */
const PATIENCE = 60_000;

/** A client of the compiler in a worker, which `start` makes when the first question comes and again after it crashed. */
export function createCompilerClient(start: () => CompilerPort): CompilerClient {
  const waiting = new Map<string, Waiting>();
  let port: CompilerPort | undefined;
  let current: (Waiting & { readonly id: number; readonly patience: ReturnType<typeof setTimeout> }) | undefined;
  let lastId = 0;

  const settle = (): typeof current => {
    const settled = current;
    if (settled) clearTimeout(settled.patience);
    current = undefined;
    return settled;
  };
  const stop = (reason: string): void => {
    port?.terminate();
    port = undefined;
    settle()?.reject(new Error(reason));
    next();
  };
  const wake = (): CompilerPort => {
    const made = start();
    made.onmessage = ({ data }) => {
      if (data.id !== current?.id) return;
      const settled = settle();
      // The worker answers a question with what its kind gives.
      if (data.ok) settled?.resolve(data.gives as never);
      else settled?.reject(new Error(data.message));
      next();
    };
    made.onerror = (event) => {
      event.preventDefault();
      if (port === made) stop(`The compiler stopped: ${event.message || "its worker could not be loaded"}.`);
    };
    return made;
  };
  const next = (): void => {
    if (current) return;
    const question = [...waiting.values()].toSorted((a, b) => urgency[a.kind] - urgency[b.kind])[0];
    if (!question) return;
    waiting.delete(question.key);
    port ??= wake();
    const id = ++lastId;
    current = { ...question, id, patience: setTimeout(() => stop("The compiler took too long and was started anew."), PATIENCE) };
    // `kind` and `asks` came in together.
    port.postMessage({ id, kind: question.kind, asks: question.asks } as Question);
  };
  const ask = <Kind extends QuestionKind>(
    kind: Kind,
    asks: Questions[Kind]["asks"],
    about: unknown = "",
  ): Promise<Questions[Kind]["gives"]> =>
    new Promise((resolve, reject) => {
      const key = JSON.stringify([kind, about]);
      waiting.get(key)?.reject(new Superseded());
      waiting.delete(key);
      waiting.set(key, { key, kind, asks, resolve, reject });
      // Questions of one moment come in before the first is sent, so that the most urgent is.
      queueMicrotask(next);
    });

  const placed = (graph: Graph, place: Questions["typesAt"]["asks"]["place"], options = {}): Questions["typesAt"]["asks"] => ({
    graph,
    place,
    options,
  });
  return {
    get isAwake() {
      return port !== undefined;
    },
    async emit(graph, asker) {
      const given = await ask("emit", { graph }, asker);
      return given.ok ? { ok: true, source: given.source, map: createSourceMap(given.entries) } : given;
    },
    async emitDraft(graph) {
      const given = await ask("emitDraft", { graph });
      if (!given.ok) return given;
      return { ok: true, source: given.source, map: createSourceMap(given.entries), diagnostics: given.diagnostics };
    },
    parse: (source, base) => ask("parse", { source, base }),
    checkTypes: (graph) => ask("checkTypes", { graph }),
    async typesAt(graph, place, options) {
      const { entries, members } = await ask("typesAt", placed(graph, place, options), place);
      // Items of a list are alike; the first one stands for all.
      return { entries, members: (path) => members.get(JSON.stringify(path.map((step) => (typeof step === "number" ? 0 : step)))) ?? [] };
    },
    membersAt: (graph, place, path, options) => ask("membersAt", { ...placed(graph, place, options), path }, [place, path]),
    completionsAt: (graph, place, text, offset, options) => ask("completionsAt", { ...placed(graph, place, options), text, offset }, place),
    declarationsOf: (modules) => ask("declarationsOf", { modules }),
    dispose() {
      const asked = [...waiting.values()];
      waiting.clear();
      for (const question of asked) question.reject(new Superseded());
      port?.terminate();
      port = undefined;
      settle()?.reject(new Superseded());
    },
  };
}
