import { describe, expect, it } from "vitest";
import type { Graph, GraphNode } from "../../../codegen/schema/graph.ts";
import type { Proposal } from "../../../lib/api/ai-schemas.ts";
import { ApiError } from "../../api/api-error.ts";
import type { AiStreamEvent } from "../../api/stream-ai.ts";
import { askText } from "../../text/ask.ts";
import { Editor } from "../model/editor.ts";
import { selectNodes } from "../model/selection.ts";
import { ids, wires } from "../model/testing/perform.ts";
import type { AiQuestion } from "./ask-session.ts";
import { AskSession } from "./ask-session.ts";

const trigger: GraphNode = { id: "input", kind: "trigger", config: { on: "manual" }, position: { x: 0, y: 0 } };
const nap: GraphNode = { id: "nap", kind: "control.sleep", config: { for: "10m" }, position: { x: 300, y: 0 } };
const tell: GraphNode = { id: "tell", kind: "slack.sendMessage", config: { channel: "#a", text: "Hi" }, position: { x: 600, y: 0 } };
const start: Graph = { weft: 1, name: "sample", nodes: [trigger], edges: [] };
const wanted: Graph = {
  ...start,
  title: "Naps",
  nodes: [trigger, nap, tell],
  edges: [
    { id: "e1", source: "input", target: "nap" },
    { id: "e2", source: "nap", target: "tell" },
  ],
};
const usage = { inputTokens: 1_000, outputTokens: 200, dollars: 0.004, requests: 1, estimated: false };
const proposalOf = (graph: Graph, more: Partial<Proposal> = {}): AiStreamEvent => ({
  event: "proposal",
  data: {
    graph: { ...graph },
    code: null,
    operations: [],
    summary: "Two steps.",
    diagnostics: [],
    notices: [],
    rejected: [],
    repairs: 0,
    stopped: "clean",
    ended: "whole",
    failure: null,
    usage,
    ...more,
  },
});
const added = (node: GraphNode, from: string, id: string): AiStreamEvent => ({
  event: "operation",
  data: {
    round: 0,
    operation: { op: "addNode", id: node.id, kind: node.kind, after: from },
    change: { nodes: [node], edges: [{ id, source: from, target: node.id }], removed: { nodes: [], edges: [] } },
  },
});

/** A session whose model is played event by event. */
function open(graph: Graph = start) {
  const editor = new Editor(graph, () => 0);
  const questions: AiQuestion[] = [];
  let send: (event: AiStreamEvent) => void = () => undefined;
  let end: (error?: Error) => void = () => undefined;
  let signal = new AbortController().signal;
  const session = new AskSession({
    editor,
    place: (_before, proposed) => Promise.resolve(proposed),
    stream: (question, aborts, onEvent) => {
      questions.push(question);
      signal = aborts;
      send = onEvent;
      return new Promise((resolve, reject) => {
        end = (error) => (error ? reject(error) : resolve());
        aborts.addEventListener("abort", () => reject(new DOMException("Aborted", "AbortError")));
      });
    },
  });
  return {
    editor,
    session,
    questions,
    send: (event: AiStreamEvent) => send(event),
    end: (error?: Error) => end(error),
    signal: () => signal,
  };
}

/** The session with this proposal on the table. */
async function propose(graph: Graph, proposed: Graph, more: Partial<Proposal> = {}) {
  const opened = open(graph);
  const asked = opened.session.ask("Do it");
  opened.send(proposalOf(proposed, more));
  opened.end();
  await asked;
  return opened;
}

describe("a question", () => {
  it("takes along the document, what is selected, and a run only when that was allowed", async () => {
    const { editor, session, questions, end } = open(wanted);
    editor.select(selectNodes(["nap"]));
    const asked = session.ask("Longer", { run: "run_1" });
    expect(questions).toEqual([
      { route: "POST /api/ai/generate-workflow", body: { prompt: "Longer", graph: wanted, selection: ["nap"], run: "run_1" } },
    ]);
    end(new ApiError(429, { code: "budget_exhausted", message: "Used up until tomorrow." }));
    await asked;
    expect(session.state).toEqual({ stage: "failed", error: expect.objectContaining({ message: "Used up until tomorrow." }) });
  });

  it("shows the draft as it comes and leaves the document alone", async () => {
    const { editor, session, send, end } = open();
    const asked = session.ask("Nap, then tell");
    expect(session.preview).toMatchObject({ isComing: true, graph: start });
    send({ event: "started", data: { provider: "openai", model: "large", catalog: { shown: 1, all: 1, tokens: 1 } } });
    send(added(nap, "input", "e1"));
    send({ event: "rejected", data: { round: 0, line: "{", reason: "It is not JSON." } });
    send({ event: "checking", data: { round: 0 } });
    expect(session.state).toMatchObject({
      stage: "asking",
      progress: {
        doing: "checking",
        model: "large",
        log: [
          { kind: "added", text: "Added Wait" },
          { kind: "rejected", text: "{", detail: "It is not JSON." },
        ],
      },
    });
    expect(session.preview && ids(session.preview.graph)).toEqual(["input", "nap"]);
    expect(session.preview?.marks).toEqual({ nodes: new Map([["nap", "added"]]), edges: new Map([["e1", "added"]]) });
    send({
      event: "repair",
      data: { round: 1, diagnostics: [{ code: "unknown-kind", severity: "error", message: "No.", hint: "", location: { node: "nap" } }] },
    });
    expect(session.state).toMatchObject({ progress: { doing: "repairing", round: 1, log: [{}, {}, { kind: "repair", detail: "No." }] } });
    expect(session.preview?.diagnostics).toHaveLength(1);
    expect(editor.state).toMatchObject({ graph: start, undoLabel: undefined });
    end();
    await asked;
    expect(session.state).toMatchObject({ stage: "failed", error: { message: askText.broken.message } });
    expect(session.preview).toBeUndefined();
  });

  it("is stopped at once, and hears nothing that still comes", async () => {
    const { session, send, signal } = open();
    const asked = session.ask("Nap");
    send(added(nap, "input", "e1"));
    session.stop();
    expect(signal().aborted).toBe(true);
    send(added(tell, "nap", "e2"));
    await asked;
    expect(session.state).toEqual({ stage: "stopped" });
    expect(session.preview).toBeUndefined();
  });

  it("ends another one that is going on", async () => {
    const { session, signal, send, end } = open();
    const first = session.ask("Nap");
    const before = signal();
    const second = session.ask("No, tell");
    expect(before.aborted).toBe(true);
    await first;
    expect(session.state.stage).toBe("asking");
    send({ event: "refused", data: { message: "I will not.", usage } });
    end();
    await second;
    expect(session.state).toEqual({ stage: "refused", message: "I will not.", usage });
  });

  it("ends in words when the model fails in the middle", async () => {
    const { session, end } = open();
    const asked = session.ask("Nap");
    end(new ApiError(200, { code: "service_failed", message: "It is overloaded." }));
    await asked;
    expect(session.state).toMatchObject({ stage: "failed", error: { message: "It is overloaded." } });
  });
});

describe("a proposal", () => {
  it("becomes one edit, which one undo takes back", async () => {
    const { editor, session } = await propose(start, wanted);
    expect(session.state).toMatchObject({ stage: "proposal", proposal: { summary: "Two steps.", usage } });
    expect(editor.state.graph).toBe(start);
    expect(session.accept()).toEqual({ taken: 3, all: 3 });
    expect(editor.state).toMatchObject({ undoLabel: askText.edit, source: "ai", selection: { last: "tell" } });
    expect(editor.state.graph).toEqual(wanted);
    expect(session.preview).toBeUndefined();
    editor.undo();
    expect(editor.state).toMatchObject({ graph: start, undoLabel: undefined });
    expect(editor.state.graph).toBe(start);
  });

  it("shows only what is ticked, and becomes that", async () => {
    const { editor, session } = await propose(start, wanted);
    session.choose(["added nap", "workflow"], false);
    expect(session.preview && wires(session.preview.after)).toEqual(["input > tell"]);
    expect(session.preview?.diagnostics).toBeUndefined();
    expect(session.accept()).toEqual({ taken: 1, all: 3 });
    expect(ids(editor.state.graph)).toEqual(["input", "tell"]);
    expect(editor.state.graph.title).toBeUndefined();
  });

  it("is put away without a trace", async () => {
    const { editor, session } = await propose(start, wanted);
    session.dismiss();
    expect(session.state).toEqual({ stage: "idle" });
    expect(editor.state).toMatchObject({ graph: start, undoLabel: undefined });
  });

  it("keeps what the document has become meanwhile elsewhere", async () => {
    const { editor, session } = await propose(start, wanted);
    const note: GraphNode = { id: "note", kind: "note", config: { text: "Mine" } };
    editor.edit({ label: "Note", source: "server" }, (graph) => ({ ...graph, nodes: [...graph.nodes, note] }));
    expect(session.accept()).toEqual({ taken: 3, all: 3 });
    expect(ids(editor.state.graph).toSorted()).toEqual(["input", "nap", "note", "tell"]);
  });

  it("is not accepted over what changed meanwhile in the same place, until that is unticked", async () => {
    const longer = { ...nap, config: { for: "1h" } };
    const { editor, session } = await propose({ ...wanted }, { ...wanted, nodes: [trigger, longer, { ...tell, label: "Tell" }] });
    editor.edit({ label: "Mine", source: "server" }, (graph) => ({
      ...graph,
      nodes: graph.nodes.map((node) => (node.id === "nap" ? { ...node, config: { for: "5m" } } : node)),
    }));
    expect(session.accept()).toMatchObject({ conflicts: [{ node: "nap", field: ["config", "for"] }] });
    session.choose(["changed nap"], false);
    expect(session.accept()).toEqual({ taken: 1, all: 2 });
    expect(editor.state.graph.nodes).toEqual([trigger, { ...nap, config: { for: "5m" } }, { ...tell, label: "Tell" }]);
  });

  it("that changes nothing says so", async () => {
    const { session } = await propose(start, { ...start }, { summary: "It does that already." });
    expect(session.state).toEqual({ stage: "unchanged", summary: "It does that already.", usage });
  });

  it("that is no document is refused", async () => {
    const { session } = await propose(start, start, { graph: { weft: 1, nodes: "none" } });
    expect(session.state).toMatchObject({ stage: "failed" });
  });
});

describe("an explanation", () => {
  it("comes word by word, and is about the node that was asked for", async () => {
    const { session, questions, send, end } = open(wanted);
    const asked = session.explain("nap");
    expect(questions).toEqual([{ route: "POST /api/ai/assist", body: { task: "explain", graph: wanted, node: "nap" } }]);
    send({ event: "text", data: { delta: "It " } });
    send({ event: "text", data: { delta: "waits." } });
    expect(session.state).toMatchObject({ stage: "explaining", about: "nap", text: "It waits." });
    send({ event: "result", data: { result: { task: "explain", text: "It waits.", ended: "whole" }, usage } });
    end();
    await asked;
    expect(session.state).toEqual({ stage: "explained", about: "nap", text: "It waits.", isCut: false, usage });
    expect(session.preview).toBeUndefined();
  });
});
