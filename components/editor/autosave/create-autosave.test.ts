// Over 400 lines: every way in which two sides can meet over one document, against one server that keeps the contract.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Graph } from "../../../codegen/schema/graph.ts";
import { draw } from "../../../codegen/testing/draw.ts";
import { removeSelection } from "../model/commands/remove-selection.ts";
import { setConfig } from "../model/commands/set-config.ts";
import { Editor } from "../model/editor.ts";
import { selectNodes } from "../model/selection.ts";
import type { SaveStatus } from "./autosave.ts";
import { createAutosave } from "./create-autosave.ts";
import { FakeServer } from "./fake-server-for-test.ts";
import { MemoryDrafts } from "./memory-drafts-for-test.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const start = draw("a, b, c", "input > a > b > c");
const labels = {
  merge: (name: string | undefined) => `Merge changes of ${name ?? "somebody"}`,
  restore: "Restore",
  takeTheirs: "Take theirs",
};
const url = (graph: Graph, id: string): unknown => graph.nodes.find((node) => node.id === id)?.config?.["url"];
const set = (id: string, value: string) => (graph: Graph) => setConfig(graph, id, ["url"], value);
const wait = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

/** A person's tab on the document, as the server has it now. */
function open(server: FakeServer, drafts = new MemoryDrafts(), tab = "tab-1", name = "Ann") {
  const saved = structuredClone(server.graph);
  const editor = new Editor(saved);
  const states: string[] = [];
  const merges: unknown[] = [];
  const announced: number[] = [];
  const autosave = createAutosave({
    id: "wfl_1",
    workspace: "wsp_1",
    editor,
    revision: server.revision,
    saved,
    storage: drafts,
    send: server.reach(name),
    tab,
    labels,
    onStatus: (status: SaveStatus) => states.push(status.state),
    onSaved: (revision) => announced.push(revision),
    onMerged: (merged) => merges.push(merged),
  });
  const type = (id: string, value: string): void => editor.edit({ label: "Type", source: "inspector", group: id }, set(id, value));
  const here = (id: string): unknown => url(editor.state.graph, id);
  return { autosave, editor, drafts, states, merges, announced, type, here };
}

describe("saving", () => {
  it("happens 600 ms after the last edit, on the revision it was made on", async () => {
    const server = new FakeServer(start);
    const { autosave, type, states, announced } = open(server);
    expect(autosave.status.state).toBe("saved");
    type("a", "1");
    await wait(590);
    type("a", "2");
    await wait(590);
    expect(server.saves).toEqual([]);
    await wait(30);
    expect(url(server.graph, "a")).toBe("2");
    expect({ saves: server.saves, revision: autosave.status.revision, states, announced }).toEqual({
      saves: [1],
      revision: 2,
      states: ["unsaved", "saving", "saved"],
      announced: [2],
    });
  });

  it("happens at least every five seconds while somebody goes on", async () => {
    const server = new FakeServer(start);
    const { type } = open(server);
    for (let at = 0; at < 24; at++) {
      type("a", String(at));
      await wait(500);
    }
    expect(server.saves).toEqual([1, 2]);
  });

  it("is one at a time: what was edited meanwhile follows", async () => {
    const server = new FakeServer(start);
    server.delay = 3_000;
    const { type } = open(server);
    type("a", "1");
    await wait(700);
    type("a", "2");
    await wait(2_000);
    expect(server.saves).toEqual([1]);
    await wait(6_000);
    expect(server.saves).toEqual([1, 2]);
    expect(url(server.graph, "a")).toBe("2");
  });

  it("does not happen when undo leads back to what is saved", async () => {
    const server = new FakeServer(start);
    const { editor, type, states } = open(server);
    type("a", "1");
    editor.undo();
    await wait(10_000);
    expect(server.saves).toEqual([]);
    expect(states).toEqual(["unsaved", "saved"]);
  });

  it("happens at once when asked, with what was typed while it ran", async () => {
    const server = new FakeServer(start);
    const { autosave, type } = open(server);
    type("a", "1");
    const done = autosave.saveNow();
    type("a", "2");
    await wait(100);
    expect((await done).state).toBe("saved");
    expect(url(server.graph, "a")).toBe("2");
  });

  it("that is refused says why, and waits for another edit", async () => {
    const server = new FakeServer(start);
    const problem = { code: "conflict", message: "Another workflow is called so.", hint: "Choose another name." };
    const { autosave, type } = open(server);
    server.trouble = problem;
    type("a", "1");
    await wait(60_000);
    expect(server.saves).toEqual([1]);
    expect(autosave.status).toMatchObject({ state: "unsaved", problem });
    server.trouble = undefined;
    type("a", "2");
    expect(autosave.status.problem).toBeUndefined();
    await wait(1_000);
    expect(autosave.status.state).toBe("saved");
  });
});

describe("two people", () => {
  it("who change different things both keep theirs, as one undo step", async () => {
    const server = new FakeServer(start);
    const { autosave, editor, type, here, merges } = open(server);
    server.saveAs("Ben", set("b", "ben"));
    type("a", "ann");
    await wait(1_000);
    expect([here("a"), here("b")]).toEqual(["ann", "ben"]);
    expect(editor.state).toMatchObject({ undoLabel: "Merge changes of Ben", source: "server" });
    expect([url(server.graph, "a"), url(server.graph, "b")]).toEqual(["ann", "ben"]);
    expect(server.saves).toEqual([1, 2]);
    expect(autosave.status).toMatchObject({ state: "saved", revision: 3 });
    expect(merges).toEqual([{ by: "Ben", dropped: 0 }]);
    editor.undo();
    expect([here("a"), here("b")]).toEqual(["ann", "https://example.com/b"]);
  });

  it("who change the same are asked, and nothing is sent or lost until then", async () => {
    const server = new FakeServer(start);
    const { autosave, type, here, drafts } = open(server);
    server.saveAs("Ben", (graph) => set("c", "ben too")(set("a", "ben")(graph)));
    type("a", "ann");
    type("b", "ann too");
    await wait(60_000);
    expect(server.saves).toEqual([1]);
    expect(url(server.graph, "a")).toBe("ben");
    expect([here("a"), here("c")]).toEqual(["ann", "https://example.com/c"]);
    expect(autosave.status).toMatchObject({
      state: "conflict",
      updatedBy: { name: "Ben" },
      conflicts: [{ node: "a", field: ["config", "url"], mine: "ann", theirs: "ben" }],
    });
    expect([...drafts.drafts.values()].map((draft) => url(draft.graph, "a"))).toEqual(["ann"]);
  });

  it("who change the same decide field by field; all else of both is kept", async () => {
    for (const [choice, expected] of [
      ["mine", "ann"],
      ["theirs", "ben"],
    ] as const) {
      const server = new FakeServer(start);
      const { autosave, type } = open(server);
      server.saveAs("Ben", (graph) => set("c", "ben too")(set("a", "ben")(graph)));
      type("a", "ann");
      type("b", "ann too");
      await wait(1_000);
      autosave.resolve(() => choice);
      await wait(1_000);
      expect(["a", "b", "c"].map((id) => url(server.graph, id))).toEqual([expected, "ann too", "ben too"]);
      expect(autosave.status).toMatchObject({ state: "saved", conflicts: [], updatedBy: null, revision: 3 });
    }
  });

  it("may go on editing before they decide, and what they then have counts", async () => {
    const server = new FakeServer(start);
    const { autosave, type } = open(server);
    server.saveAs("Ben", set("a", "ben"));
    type("a", "ann");
    await wait(1_000);
    type("a", "ann again");
    expect(autosave.status.conflicts).toMatchObject([{ mine: "ann again", theirs: "ben" }]);
    type("a", "ben");
    await wait(1_000);
    expect(autosave.status.state).toBe("saved");
    expect(server.saves).toEqual([1]);
  });

  it("may take all of the others, which undo takes back", async () => {
    const server = new FakeServer(start);
    const { autosave, editor, type, here } = open(server);
    server.saveAs("Ben", set("a", "ben"));
    type("a", "ann");
    type("b", "ann too");
    await wait(1_000);
    autosave.takeAllTheirs();
    expect(autosave.status.state).toBe("saved");
    expect([here("a"), here("b")]).toEqual(["ben", "https://example.com/b"]);
    editor.undo();
    expect([here("a"), here("b")]).toEqual(["ann", "ann too"]);
    await wait(1_000);
    expect(url(server.graph, "b")).toBe("ann too");
  });

  it("are asked when one deletes what the other works on", async () => {
    const server = new FakeServer(start);
    const { autosave, editor } = open(server);
    server.saveAs("Ben", set("b", "ben"));
    editor.edit({ label: "Delete", source: "canvas" }, (graph) => removeSelection(graph, selectNodes(["b"])));
    await wait(1_000);
    expect(autosave.status.conflicts).toMatchObject([{ node: "b", field: [], mine: undefined }]);
    autosave.resolve(() => "theirs");
    await wait(1_000);
    expect(url(server.graph, "b")).toBe("ben");
    expect(server.graph.edges.map(({ source, target }) => `${source} > ${target}`)).toEqual(["input > a", "a > b", "b > c"]);
  });

  it("never overwrite each other, whoever saves when", async () => {
    const server = new FakeServer(start);
    const ann = open(server, new MemoryDrafts(), "tab-1", "Ann");
    const ben = open(server, new MemoryDrafts(), "tab-2", "Ben");
    for (let round = 0; round < 6; round++) {
      ann.type("a", `ann ${round}`);
      await wait(350);
      ben.type("b", `ben ${round}`);
      await wait(350);
    }
    await wait(10_000);
    expect([url(server.graph, "a"), url(server.graph, "b")]).toEqual(["ann 5", "ben 5"]);
    expect([ann, ben].map(({ autosave }) => autosave.status.state)).toEqual(["saved", "saved"]);
    await Promise.all([ann.autosave.refresh(), ben.autosave.refresh(), wait(100)]);
    expect([ann, ben].map(({ here }) => [here("a"), here("b")])).toEqual([
      ["ann 5", "ben 5"],
      ["ann 5", "ben 5"],
    ]);
  });
});

describe("two tabs", () => {
  it("that are idle follow each other at once", async () => {
    const server = new FakeServer(start);
    const { autosave, editor, here } = open(server);
    server.saveAs("Ann", set("a", "other tab"));
    await Promise.all([autosave.refresh(2), wait(100)]);
    expect(here("a")).toBe("other tab");
    expect(editor.state).toMatchObject({ undoLabel: "Merge changes of Ann", source: "server" });
    expect(autosave.status).toMatchObject({ state: "saved", revision: 2 });
    await wait(10_000);
    expect(server.saves).toEqual([]);
  });

  it("do not ask for a revision that they have, nor while they have something to save", async () => {
    const server = new FakeServer(start);
    const { autosave, type } = open(server);
    const load = vi.spyOn(server, "reach");
    await autosave.refresh(1);
    type("a", "1");
    await autosave.refresh(2);
    expect(load).not.toHaveBeenCalled();
    await wait(1_000);
    expect(autosave.status.revision).toBe(2);
  });
});

describe("without a network", () => {
  it("keeps edits, says so, and sends them when it is back", async () => {
    const server = new FakeServer(start);
    const { autosave, type, drafts, states } = open(server);
    server.trouble = "down";
    type("a", "offline");
    await wait(1_000);
    expect(autosave.status.state).toBe("offline");
    expect([...drafts.drafts.values()]).toMatchObject([{ key: "wsp_1/wfl_1", tab: "tab-1", revision: 1 }]);
    type("b", "offline too");
    await wait(20_000);
    expect(states).toEqual(["unsaved", "saving", "offline"]);
    server.trouble = undefined;
    autosave.retry();
    await wait(1_000);
    expect([url(server.graph, "a"), url(server.graph, "b")]).toEqual(["offline", "offline too"]);
    expect(autosave.status.state).toBe("saved");
    expect(drafts.drafts.size).toBe(0);
  });

  it("tries again after 1, 2, 4 … and at most 30 seconds", async () => {
    const server = new FakeServer(start);
    const { type } = open(server);
    server.trouble = "down";
    server.delay = 0;
    type("a", "x");
    const times: number[] = [];
    for (let second = 0; second < 130; second++) {
      const before = server.saves.length;
      await wait(1_000);
      if (server.saves.length > before) times.push(second);
    }
    expect(times).toEqual([0, 1, 3, 7, 15, 31, 61, 91, 121]);
  });

  it("recognizes its own save whose answer was lost", async () => {
    const server = new FakeServer(start);
    const { autosave, type, here, merges } = open(server);
    server.trouble = "answer-lost";
    type("a", "1");
    await wait(700);
    server.trouble = undefined;
    type("a", "12");
    await wait(5_000);
    expect(url(server.graph, "a")).toBe("12");
    expect(here("a")).toBe("12");
    expect({ state: autosave.status.state, merges }).toEqual({ state: "saved", merges: [] });
  });
});

describe("a page that goes away", () => {
  it("sends what is unsaved", async () => {
    const server = new FakeServer(start);
    const { autosave, type } = open(server);
    type("a", "last words");
    autosave.flush();
    await wait(20);
    expect(url(server.graph, "a")).toBe("last words");
    await wait(10_000);
    expect(server.saves).toEqual([1]);
  });

  it("sends what a save under way does not have yet, and takes neither for somebody else's", async () => {
    const server = new FakeServer(start);
    server.delay = 500;
    const { autosave, type, merges } = open(server);
    type("a", "1");
    await wait(700);
    type("a", "12");
    autosave.flush();
    autosave.flush();
    expect(server.saves).toEqual([1, 1]);
    await wait(10_000);
    expect(url(server.graph, "a")).toBe("12");
    expect({ state: autosave.status.state, merges }).toEqual({ state: "saved", merges: [] });
  });

  it("sends nothing when all is saved, and nothing that is in conflict", async () => {
    const server = new FakeServer(start);
    const { autosave, type } = open(server);
    autosave.flush();
    server.saveAs("Ben", set("a", "ben"));
    type("a", "ann");
    await wait(1_000);
    autosave.flush();
    expect(server.saves).toEqual([1]);
  });

  it("that is left for another one sends what is unsaved and forgets the draft when it arrived", async () => {
    const server = new FakeServer(start);
    const { autosave, type, drafts, states } = open(server);
    type("a", "x");
    await wait(300);
    expect(drafts.drafts.size).toBe(1);
    autosave.dispose();
    await wait(100);
    expect(url(server.graph, "a")).toBe("x");
    expect(drafts.drafts.size).toBe(0);
    expect(states).toEqual(["unsaved"]);
  });
});

describe("a document that is opened again", () => {
  async function leave(server: FakeServer, drafts: MemoryDrafts, change: (tab: ReturnType<typeof open>) => void): Promise<void> {
    const tab = open(server, drafts, "gone");
    server.trouble = "down";
    change(tab);
    await wait(1_000);
    tab.autosave.dispose();
    await wait(100);
    server.trouble = undefined;
  }

  it("gets back what a tab that is gone could not send, and sends it", async () => {
    const [server, drafts] = [new FakeServer(start), new MemoryDrafts()];
    await leave(server, drafts, ({ type }) => type("a", "unsent"));
    server.saveAs("Ben", set("b", "ben"));
    const { autosave, editor, here } = open(server, drafts, "new");
    await Promise.all([autosave.restore(), wait(100)]);
    expect([here("a"), here("b")]).toEqual(["unsent", "ben"]);
    expect(editor.state.undoLabel).toBe("Restore");
    await wait(1_000);
    expect(url(server.graph, "a")).toBe("unsent");
    expect(drafts.drafts.size).toBe(0);
  });

  it("asks where others changed the same meanwhile", async () => {
    const [server, drafts] = [new FakeServer(start), new MemoryDrafts()];
    await leave(server, drafts, ({ type }) => {
      type("a", "unsent");
      type("c", "unsent too");
    });
    server.saveAs("Ben", (graph) => set("b", "ben too")(set("a", "ben")(graph)));
    const { autosave } = open(server, drafts, "new");
    await Promise.all([autosave.restore(), wait(100)]);
    expect(autosave.status).toMatchObject({ state: "conflict", conflicts: [{ node: "a", mine: "unsent", theirs: "ben" }] });
    expect(url(server.graph, "a")).toBe("ben");
    autosave.resolve(() => "theirs");
    await wait(1_000);
    expect(["a", "b", "c"].map((id) => url(server.graph, id))).toEqual(["ben", "ben too", "unsent too"]);
    expect(drafts.drafts.size).toBe(0);
  });

  it("leaves the drafts of a tab that is still open to it", async () => {
    const [server, drafts] = [new FakeServer(start), new MemoryDrafts()];
    const other = open(server, drafts, "open");
    server.trouble = "down";
    other.type("a", "theirs to send");
    await wait(1_000);
    const { autosave, here } = open(server, drafts, "new");
    await autosave.restore();
    expect(here("a")).toBe("https://example.com/a");
    expect(drafts.drafts.size).toBe(1);
  });

  it("gets back the drafts of several tabs, one after another", async () => {
    const [server, drafts] = [new FakeServer(start), new MemoryDrafts()];
    await leave(server, drafts, ({ type }) => type("a", "first"));
    const second = open(server, drafts, "second");
    server.trouble = "down";
    second.type("b", "second");
    await wait(1_000);
    second.autosave.dispose();
    server.trouble = undefined;
    await wait(100);
    const { autosave } = open(server, drafts, "new");
    await Promise.all([autosave.restore(), wait(3_000)]);
    await wait(1_000);
    expect([url(server.graph, "a"), url(server.graph, "b")]).toEqual(["first", "second"]);
    expect(drafts.drafts.size).toBe(0);
  });

  it("goes on saving where the browser keeps nothing", async () => {
    const drafts = new MemoryDrafts();
    const refuse = (): Promise<never> => Promise.reject(new Error("private window"));
    Object.assign(drafts, { list: refuse, put: refuse, remove: refuse, isClaimed: refuse });
    const server = new FakeServer(start);
    const { autosave, type } = open(server, drafts);
    await autosave.restore();
    type("a", "x");
    await wait(1_000);
    expect(url(server.graph, "a")).toBe("x");
  });
});
