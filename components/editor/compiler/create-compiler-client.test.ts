import { describe, expect, it, vi } from "vitest";
import type { Graph } from "../../../codegen/schema/graph.ts";
import type { CompilerPort } from "./create-compiler-client.ts";
import { createCompilerClient } from "./create-compiler-client.ts";
import type { Question, Reply } from "./protocol.ts";
import { Superseded } from "./superseded.ts";

const graphOf = (name: string): Graph => ({ weft: 1, name, nodes: [], edges: [] });

/** A worker that answers when the test says so. */
class FakeWorker implements CompilerPort {
  onmessage: CompilerPort["onmessage"] = null;
  onerror: CompilerPort["onerror"] = null;
  readonly asked: Question[] = [];
  isTerminated = false;

  postMessage(question: Question): void {
    this.asked.push(question);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  reply(reply: Reply): void {
    this.onmessage?.({ data: reply } as MessageEvent<Reply>);
  }
  answer(gives: (Reply & { ok: true })["gives"]): void {
    this.reply({ id: this.asked.at(-1)?.id ?? 0, ok: true, gives });
  }
  crash(message: string): void {
    this.onerror?.({ message, preventDefault: () => undefined } as ErrorEvent);
  }
}

function setUp() {
  const workers: FakeWorker[] = [];
  const client = createCompilerClient(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
  const worker = (): FakeWorker => {
    const last = workers.at(-1);
    if (!last) throw new Error("no worker was started");
    return last;
  };
  return { client, workers, worker };
}

const sent = (): Promise<void> => Promise.resolve();

describe("the compiler's client", () => {
  it("starts its worker with the first question and no sooner", async () => {
    const { client, workers } = setUp();
    expect(client.isAwake).toBe(false);
    expect(workers).toHaveLength(0);
    void client.checkTypes(graphOf("a"));
    await sent();
    expect(client.isAwake).toBe(true);
    expect(workers).toHaveLength(1);
  });

  it("sends one question at a time", async () => {
    const { client, worker } = setUp();
    const types = client.checkTypes(graphOf("a"));
    const parsed = client.parse("source", graphOf("a"));
    await sent();
    expect(worker().asked.map(({ kind }) => kind)).toEqual(["parse"]);
    worker().answer({ ok: true, graph: graphOf("b") });
    expect(await parsed).toEqual({ ok: true, graph: graphOf("b") });
    expect(worker().asked.map(({ kind }) => kind)).toEqual(["parse", "checkTypes"]);
    worker().answer([]);
    expect(await types).toEqual([]);
  });

  it("replaces what waits by the later question of its kind", async () => {
    const { client, worker } = setUp();
    const first = client.emit(graphOf("first"));
    await sent();
    const second = client.emit(graphOf("second"));
    const third = client.emit(graphOf("third"));
    await expect(second).rejects.toBeInstanceOf(Superseded);
    worker().answer({ ok: true, source: "first", entries: [] });
    expect(await first).toMatchObject({ source: "first" });
    expect(worker().asked.map(({ asks }) => ("graph" in asks ? asks.graph.name : ""))).toEqual(["first", "third"]);
    worker().answer({ ok: true, source: "third", entries: [] });
    expect(await third).toMatchObject({ source: "third" });
  });

  it("keeps the questions of different askers and different fields apart", async () => {
    const { client, worker } = setUp();
    const graph = graphOf("a");
    void client.checkTypes(graph);
    await sent();
    const code = client.emit(graph, "code");
    const publish = client.emit(graph, "publish");
    const a = client.typesAt(graph, { node: "a", field: ["x"] });
    const b = client.typesAt(graph, { node: "a", field: ["y"] });
    worker().answer([]);
    for (const answer of [a, b]) {
      worker().answer({ entries: [], members: new Map() });
      expect((await answer).entries).toEqual([]);
    }
    for (const answer of [code, publish]) {
      worker().answer({ ok: true, source: "", entries: [] });
      expect((await answer).ok).toBe(true);
    }
  });

  it("knows the items of a list by the first one", async () => {
    const { client, worker } = setUp();
    const scope = client.typesAt(graphOf("a"), { node: "a", field: ["x"] });
    await sent();
    const member = { name: "id", kind: "field", type: "string", words: "a text", optional: false, hasMembers: false } as const;
    worker().answer({ entries: [], members: new Map([['["orders",0]', [member]]]) });
    expect((await scope).members(["orders", 7])).toEqual([member]);
    expect((await scope).members(["orders"])).toEqual([]);
  });

  it("rejects the question whose worker crashed, and asks the next one of a new worker", async () => {
    const { client, worker, workers } = setUp();
    const types = client.checkTypes(graphOf("a"));
    await sent();
    const emitted = client.emit(graphOf("a"));
    worker().crash("out of memory");
    await expect(types).rejects.toThrow("The compiler stopped: out of memory.");
    expect(workers).toHaveLength(2);
    expect(workers[0]?.isTerminated).toBe(true);
    worker().answer({ ok: true, source: "code", entries: [] });
    expect(await emitted).toMatchObject({ source: "code" });
  });

  it("goes on after a question that the compiler failed at", async () => {
    const { client, worker, workers } = setUp();
    const types = client.checkTypes(graphOf("a"));
    await sent();
    worker().reply({ id: worker().asked[0]?.id ?? 0, ok: false, message: "broken" });
    await expect(types).rejects.toThrow("broken");
    const again = client.checkTypes(graphOf("b"));
    await sent();
    worker().answer([]);
    expect(await again).toEqual([]);
    expect(workers).toHaveLength(1);
  });

  it("gives up a worker that does not answer within a minute", async () => {
    vi.useFakeTimers();
    try {
      const { client, worker } = setUp();
      const types = client.checkTypes(graphOf("a"));
      const first = types.catch((error: Error) => error.message);
      await sent();
      vi.advanceTimersByTime(60_000);
      expect(await first).toBe("The compiler took too long and was started anew.");
      expect(worker().isTerminated).toBe(true);
      expect(client.isAwake).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });

  it("answers nobody once it is disposed of, and wakes again when asked", async () => {
    const { client, workers } = setUp();
    const types = client.checkTypes(graphOf("a"));
    await sent();
    client.dispose();
    await expect(types).rejects.toBeInstanceOf(Superseded);
    void client.checkTypes(graphOf("a"));
    await sent();
    expect(workers).toHaveLength(2);
  });
});
