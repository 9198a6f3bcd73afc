import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../../../codegen/check/check.ts";
import type { Graph } from "../../../../codegen/schema/graph.ts";
import { graphSchema } from "../../../../codegen/schema/graph.ts";
import { isContainer } from "../../../../codegen/schema/node-facts.ts";
import { arbitraryGraph } from "../../../../codegen/testing/arbitrary-graph.ts";
import { propertyRuns } from "../../../../codegen/testing/property-runs.ts";
import { testCatalog } from "../../../../codegen/testing/test-catalog.ts";
import { copy, cut } from "../clipboard/copy.ts";
import { paste } from "../clipboard/paste.ts";
import { Editor } from "../editor.ts";
import { mergeGraphs } from "../merge/merge-graphs.ts";
import { portsOf } from "../ports.ts";
import type { Selection } from "../selection.ts";
import { emptySelection, selectNodes } from "../selection.ts";
import type { Alignment } from "./align.ts";
import { addNode } from "./add-node.ts";
import { align } from "./align.ts";
import { canConnect } from "./can-connect.ts";
import { connect } from "./connect.ts";
import { disconnect } from "./disconnect.ts";
import { distribute } from "./distribute.ts";
import { duplicate } from "./duplicate.ts";
import { groupIntoContainer } from "./group-into-container.ts";
import { moveNodes } from "./move-nodes.ts";
import { reconnect } from "./reconnect.ts";
import { removeSelection } from "./remove-selection.ts";
import { renameNode } from "./rename-node.ts";
import { reparent } from "./reparent.ts";
import { resizeNode } from "./resize-node.ts";
import { setCollapsed } from "./set-collapsed.ts";
import { setConfig } from "./set-config.ts";
import { setDetails } from "./set-details.ts";
import { setNode } from "./set-node.ts";
import { setTrigger } from "./set-trigger.ts";
import { toggleDisabled } from "./toggle-disabled.ts";
import { ungroup } from "./ungroup.ts";

/** What somebody does: which command, and numbers that choose what it is done to. */
interface Act {
  readonly verb: number;
  readonly picks: readonly number[];
}

const kinds = [
  "http.request",
  "control.if",
  "control.switch",
  "control.forEach",
  "control.repeat",
  "code",
  "note",
  "control.return",
  "trigger",
];
const ways: readonly Alignment[] = ["left", "center", "right", "top", "middle", "bottom"];

type Command = (graph: Graph, pick: (limit: number) => number, selection: Selection) => Graph | { graph: Graph; selection: Selection };

const node = (graph: Graph, pick: (limit: number) => number): string => graph.nodes[pick(graph.nodes.length)]?.id ?? "nobody";
const edge = (graph: Graph, pick: (limit: number) => number): string => graph.edges[pick(graph.edges.length || 1)]?.id ?? "none";
const several = (graph: Graph, pick: (limit: number) => number): string[] => Array.from({ length: 1 + pick(4) }, () => node(graph, pick));
const port = (graph: Graph, id: string, pick: (limit: number) => number): string => {
  const found = graph.nodes.find((other) => other.id === id);
  const ports = found ? portsOf(found) : [];
  return ports[pick(ports.length || 1)] ?? "out";
};
const kind = (pick: (limit: number) => number): string => kinds[pick(kinds.length)] ?? "code";

const commands: readonly Command[] = [
  (graph, pick) => addNode(graph, { kind: kind(pick), position: { x: pick(900), y: pick(900) }, parent: node(graph, pick) }),
  (graph, pick) => addNode(graph, { kind: kind(pick), onEdge: edge(graph, pick) }),
  (graph, pick) => {
    const source = node(graph, pick);
    return addNode(graph, { kind: kind(pick), after: { node: source, port: port(graph, source, pick) } });
  },
  (graph, pick) => {
    const source = node(graph, pick);
    return connect(graph, { source, port: port(graph, source, pick), target: node(graph, pick) });
  },
  (graph, pick) => {
    const source = node(graph, pick);
    return reconnect(graph, edge(graph, pick), { source, port: port(graph, source, pick), target: node(graph, pick) });
  },
  (graph, pick) => disconnect(graph, [edge(graph, pick)]),
  (graph, pick) => removeSelection(graph, selectNodes(several(graph, pick)), { reconnect: pick(2) === 1 }),
  (graph, pick) => moveNodes(graph, several(graph, pick), pick(99), pick(99)),
  (graph, pick) => reparent(graph, several(graph, pick), pick(3) === 0 ? undefined : node(graph, pick)),
  (graph, pick) => resizeNode(graph, node(graph, pick), { width: pick(900), height: pick(900) }, { x: pick(99), y: pick(99) }),
  (graph, pick) => setCollapsed(graph, node(graph, pick), pick(2) === 1),
  (graph, pick) => setConfig(graph, node(graph, pick), ["body", pick(3), "x"], pick(5)),
  (graph, pick) => setConfig(graph, node(graph, pick), ["cases", pick(2), "port"], ["gold", "best", "x"][pick(3)]),
  (graph, pick) => setNode(graph, node(graph, pick), { label: ["", "Label"][pick(2)], policy: pick(2) === 0 ? {} : { retries: pick(3) } }),
  (graph, pick, selection) => renameNode(graph, selection, node(graph, pick), ["fresh", "if", "Wrong", "n1", "other"][pick(5)] ?? ""),
  (graph, pick) => toggleDisabled(graph, several(graph, pick)),
  (graph, pick) => duplicate(graph, several(graph, pick)),
  (graph, pick) => {
    const grouped = groupIntoContainer(graph, several(graph, pick), pick(2) === 0 ? "control.forEach" : "control.repeat");
    return "problem" in grouped ? graph : grouped;
  },
  (graph, pick) => ungroup(graph, several(graph, pick)),
  (graph, pick) => align(graph, several(graph, pick), ways[pick(ways.length)] ?? "left"),
  (graph, pick) => distribute(graph, several(graph, pick), pick(2) === 0 ? "horizontal" : "vertical"),
  (graph, pick) => setTrigger(graph, pick(2) === 0 ? { on: "manual" } : { on: "schedule", cron: "0 9 * * *" }),
  (graph, pick) => setDetails(graph, { title: ["", "Title"][pick(2)] ?? "", description: ["", "What it does"][pick(2)] ?? "" }),
  (graph, pick) => cut(graph, selectNodes(several(graph, pick))),
  (graph, pick) => {
    const text = copy(graph, selectNodes(several(graph, pick)));
    const pasted = text === undefined ? graph : paste(graph, text, { x: pick(500), y: pick(500) }, node(graph, pick));
    return "problem" in pasted ? graph : pasted;
  },
];

const act = fc.record({
  verb: fc.nat({ max: commands.length - 1 }),
  picks: fc.array(fc.nat({ max: 0xffff }), { minLength: 1, maxLength: 8 }),
});
const acts = fc.array(act, { minLength: 1, maxLength: 25 });

function run(graph: Graph, selection: Selection, { verb, picks }: Act): Graph | { graph: Graph; selection: Selection } {
  let at = 0;
  const pick = (limit: number): number => (picks[at++ % picks.length] ?? 0) % Math.max(1, limit);
  return commands[verb]?.(graph, pick, selection) ?? graph;
}

/** What no command may ever bring about, whatever the document was. */
function expectSound(graph: Graph): void {
  expect(graphSchema.safeParse(graph).error).toBeUndefined();
  const nodes = new Map(graph.nodes.map((other) => [other.id, other]));
  expect(nodes.size).toBe(graph.nodes.length);
  expect(new Set(graph.edges.map((other) => other.id)).size).toBe(graph.edges.length);
  expect(graph.nodes.filter((other) => other.kind === "trigger")).toHaveLength(1);
  for (const { parent } of graph.nodes) {
    const container = nodes.get(parent ?? "");
    expect(parent === undefined || (container !== undefined && isContainer(container))).toBe(true);
  }
  for (const { source, target } of graph.edges) {
    expect(nodes.has(source) && nodes.has(target)).toBe(true);
    expect(nodes.get(source)?.parent).toBe(nodes.get(target)?.parent);
  }
}

/** What `check` says of names, places and wires: what a person fills in later is none of it. */
function structure(graph: Graph): string[] {
  const said = new Set(
    "cycle duplicate-id duplicate-edge duplicate-edge-id unknown-edge-end edge-on-note edge-into-trigger edge-crosses-container unknown-port unknown-parent parent-not-container parent-cycle several-triggers missing-trigger trigger-in-container reserved-identifier invalid-identifier error-name-conflict variable-shadows".split(
      " ",
    ),
  );
  return check(graph, testCatalog).flatMap(({ code, message }) => (said.has(code) ? [message] : []));
}

describe("whatever commands are given, in whatever order", () => {
  it("undo leads back to the very first graph, and redo to the very last", () => {
    fc.assert(
      fc.property(arbitraryGraph(testCatalog, { size: 6 }), acts, (graph, list) => {
        const editor = new Editor(graph, () => 0);
        for (const each of list) editor.edit({ label: "Act", source: "canvas" }, (now, selection) => run(now, selection, each));
        const last = editor.state.graph;
        while (editor.state.undoLabel !== undefined) editor.undo();
        expect(editor.state.graph).toBe(graph);
        while (editor.state.redoLabel !== undefined) editor.redo();
        expect(editor.state.graph).toBe(last);
      }),
      { numRuns: propertyRuns(60) },
    );
  });

  it("the document stays one that makes sense: no ends, parents or names that are wrong, no cycle", () => {
    fc.assert(
      fc.property(arbitraryGraph(testCatalog, { size: 6 }), acts, (graph, list) => {
        let now = graph;
        let selection = emptySelection;
        for (const each of list) {
          const frozen = structuredClone(now);
          const result = run(now, selection, each);
          expect(now).toEqual(frozen);
          ({ graph: now, selection } = "graph" in result ? result : { graph: result, selection });
          expectSound(now);
          expect(structure(now)).toEqual([]);
        }
      }),
      { numRuns: propertyRuns(60) },
    );
  });

  it("what a command did not change is the very object it was", () => {
    fc.assert(
      fc.property(arbitraryGraph(testCatalog, { size: 6 }), act, (graph, each) => {
        const result = run(graph, emptySelection, each);
        const after = "graph" in result ? result.graph : result;
        const before = new Map(graph.nodes.map((other) => [other.id, other]));
        for (const other of after.nodes) {
          const old = before.get(other.id);
          expect(old === other || JSON.stringify(old) !== JSON.stringify(other)).toBe(true);
        }
        expect(after === graph || JSON.stringify(after) !== JSON.stringify(graph)).toBe(true);
      }),
      { numRuns: propertyRuns(200) },
    );
  });

  it("an edge can be drawn exactly when the check has nothing against it", () => {
    fc.assert(
      fc.property(
        arbitraryGraph(testCatalog, { size: 6 }),
        fc.array(fc.nat({ max: 0xffff }), { minLength: 3, maxLength: 3 }),
        (graph, picks) => {
          let at = 0;
          const pick = (limit: number): number => (picks[at++ % picks.length] ?? 0) % Math.max(1, limit);
          const source = node(graph, pick);
          const connection = { source, port: port(graph, source, pick), target: node(graph, pick) };
          const drawn = { ...graph, edges: [...graph.edges, { id: "drawn", ...connection }] };
          const problems = structure(drawn).length > structure(graph).length;
          expect(canConnect(graph, connection) === true).toBe(!problems);
        },
      ),
      { numRuns: propertyRuns(200) },
    );
  });

  it("two people's edits merge into a document that makes sense, and with nobody's into one's own", () => {
    fc.assert(
      fc.property(
        arbitraryGraph(testCatalog, { size: 6 }),
        fc.array(act, { maxLength: 6 }),
        fc.array(act, { maxLength: 6 }),
        (base, here, there) => {
          const edited = (list: readonly Act[]): Graph =>
            list.reduce((now, each) => {
              const result = run(now, emptySelection, each);
              return "graph" in result ? result.graph : result;
            }, base);
          const [mine, theirs] = [edited(here), edited(there)];
          const { graph } = mergeGraphs(base, mine, theirs);
          expectSound(graph);
          expect(mergeGraphs(base, mine, base)).toEqual({ graph: mine, conflicts: [], dropped: [] });
          expect(mergeGraphs(base, mine, mine)).toEqual({ graph: mine, conflicts: [], dropped: [] });
        },
      ),
      { numRuns: propertyRuns(100) },
    );
  });
});
