import { beforeAll, describe, expect, it } from "vitest";
import type { Catalog } from "../../codegen/catalog.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import { installedPlugins } from "../plugins/installed-plugins.ts";
import { Draft } from "./draft.ts";
import type { Operation } from "./operation.ts";

let catalog: Catalog;
beforeAll(async () => {
  ({ catalog } = await installedPlugins());
});

const base: Graph = {
  weft: 1,
  name: "orders",
  nodes: [
    { id: "input", kind: "trigger", config: { on: "http", auth: "none", input: { type: "object" } }, position: { x: 0, y: 0 } },
    { id: "isBig", kind: "control.if", config: { when: "input.body.total > 500" }, position: { x: 300, y: 0 } },
    {
      id: "get",
      kind: "http.request",
      config: { url: "https://a.example/{{ input.body.id }}", timeout: "5s" },
      position: { x: 600, y: 0 },
    },
    { id: "loop", kind: "control.forEach", config: { items: "{{ get.body }}", as: "item" }, position: { x: 900, y: 0 } },
    {
      id: "inner",
      kind: "code",
      config: { source: "return item;", inputs: { item: "{{ item }}" } },
      parent: "loop",
      position: { x: 40, y: 60 },
    },
  ],
  edges: [
    { id: "e1", source: "input", target: "isBig" },
    { id: "e2", source: "isBig", port: "true", target: "get" },
    { id: "e3", source: "get", target: "loop" },
  ],
};

function draftOf(...operations: readonly (Operation | string)[]): Draft {
  const draft = new Draft(base, { catalog, connections: new Set(["team-slack"]) });
  for (const operation of operations) draft.apply(typeof operation === "string" ? operation : JSON.stringify(operation));
  return draft;
}
const apply = (...operations: readonly Operation[]): Graph => draftOf(...operations).graph;
const nodeOf = (graph: Graph, id: string) => graph.nodes.find((node) => node.id === id);

describe("applied", () => {
  it("adds a node behind others, at a place of its own", () => {
    const graph = apply({ op: "addNode", id: "tell", kind: "slack.sendMessage", connection: "team-slack", after: ["isBig.false", "loop"] });
    expect(nodeOf(graph, "tell")).toEqual({ id: "tell", kind: "slack.sendMessage", connection: "team-slack", position: { x: 1200, y: 0 } });
    expect(graph.edges.slice(3)).toEqual([
      { id: "e4", source: "isBig", port: "false", target: "tell" },
      { id: "e5", source: "loop", target: "tell" },
    ]);
  });

  it("changes the keys of a config that are named, and removes those that are null", () => {
    const graph = apply({ op: "setNode", id: "get", config: { timeout: null, method: "POST" }, policy: { retries: 3 }, label: "Get it" });
    expect(nodeOf(graph, "get")).toEqual({
      id: "get",
      kind: "http.request",
      label: "Get it",
      config: { url: "https://a.example/{{ input.body.id }}", method: "POST" },
      policy: { retries: 3 },
      position: { x: 600, y: 0 },
    });
  });

  it("gives a trigger of another kind a config of its own, but for the input", () => {
    const graph = apply({ op: "setNode", id: "input", config: { on: "schedule", cron: "0 9 * * *" } });
    expect(nodeOf(graph, "input")?.config).toEqual({ on: "schedule", cron: "0 9 * * *", input: { type: "object" } });
  });

  it("renames a node in every expression that reads it", () => {
    const graph = apply({ op: "renameNode", id: "get", to: "order" });
    expect(nodeOf(graph, "loop")?.config?.["items"]).toBe("{{ order.body }}");
    expect(graph.edges[1]).toEqual({ id: "e2", source: "isBig", port: "true", target: "order" });
  });

  it("removes a container with its body and all their edges", () => {
    const graph = apply({ op: "removeNode", id: "loop" });
    expect({ nodes: graph.nodes.map(({ id }) => id), edges: graph.edges.map(({ id }) => id) }).toEqual({
      nodes: ["input", "isBig", "get"],
      edges: ["e1", "e2"],
    });
  });

  it("puts a node between two", () => {
    const graph = apply(
      { op: "disconnect", from: "get", to: "loop" },
      { op: "addNode", id: "nap", kind: "control.sleep", config: { for: "1m" }, after: "get" },
      { op: "connect", from: "nap", to: "loop" },
    );
    expect(graph.edges.map(({ source, target }) => `${source} ${target}`)).toEqual(["input isBig", "isBig get", "get nap", "nap loop"]);
  });

  it("moves nothing that a person placed, and puts no node upon another", () => {
    const draft = draftOf(
      { op: "addNode", id: "one", kind: "control.set", config: { fields: {} }, after: "get" },
      { op: "addNode", id: "two", kind: "control.set", config: { fields: {} } },
      { op: "connect", from: "one", to: "two" },
    );
    const laidOut = draft.laidOut();
    expect(laidOut.nodes.slice(0, 5).map(({ position }) => position)).toEqual(base.nodes.map(({ position }) => position));
    expect(laidOut.nodes.slice(5).map(({ position }) => position)).toEqual([
      { x: 900, y: 120 },
      { x: 1200, y: 120 },
    ]);
  });

  it("leaves the document it was given as it was", () => {
    const before = structuredClone(base);
    apply({ op: "setNode", id: "get", config: { url: "x" } }, { op: "removeNode", id: "loop" }, { op: "renameNode", id: "get", to: "x" });
    expect(base).toEqual(before);
  });
});

describe("refused", () => {
  it.each<[string, Operation | string, unknown]>([
    ["what is not JSON", "{op}", "It is not JSON."],
    [
      "an unknown operation",
      '{"op":"publish"}',
      expect.stringMatching(/^It is no operation: op: Invalid discriminator value\. Expected 'setWorkflow'/),
    ],
    ["a field that is none", '{"op":"removeNode","id":"get","force":true}', 'It is no operation: the object: Unrecognized key: "force".'],
    ["a position", '{"op":"setNode","id":"get","position":{"x":1,"y":1}}', 'It is no operation: the object: Unrecognized key: "position".'],
    ["an id that is taken", { op: "addNode", id: "get", kind: "code" }, "There is a node get already: use another id, or setNode."],
    [
      "a reserved id",
      { op: "addNode", id: "await", kind: "code" },
      '"await" cannot be a name: a lower-case letter, then letters and digits, and no word of the language.',
    ],
    [
      "an unknown kind",
      { op: "addNode", id: "a", kind: "slack.sendMesage" },
      "There is no kind slack.sendMesage. Did you mean slack.sendMessage?",
    ],
    [
      "the object's own names for kinds",
      { op: "addNode", id: "a", kind: "__proto__" },
      "There is no kind __proto__. Use one of the listed kinds, or http.request.",
    ],
    ["a second trigger", { op: "addNode", id: "a", kind: "trigger" }, "There is a trigger already: change it with setNode."],
    ["an unknown node", { op: "setNode", id: "gett" }, "There is no node gett. Did you mean get?"],
    [
      "an unknown port",
      { op: "connect", from: "isBig.yes", to: "loop" },
      "isBig has no port yes: it has the ports isBig.true, isBig.false.",
    ],
    [
      "a choice without its port",
      { op: "connect", from: "isBig", to: "loop" },
      "isBig needs a port: it has the ports isBig.true, isBig.false.",
    ],
    [
      "an edge through a wall",
      { op: "connect", from: "get", to: "inner" },
      "get and inner are not in the same container: an edge cannot cross its wall.",
    ],
    [
      "an edge into the body",
      { op: "connect", from: "loop", to: "inner" },
      "loop holds inner: a node without incoming edges starts its round.",
    ],
    ["an edge into the trigger", { op: "connect", from: "get", to: "input" }, "Nothing comes before the trigger."],
    ["an edge that is not there", { op: "disconnect", from: "get", to: "isBig" }, "There is no edge from get to isBig."],
    ["a parent that holds nothing", { op: "addNode", id: "a", kind: "code", parent: "get" }, "get holds no nodes."],
    ["the trigger's removal", { op: "removeNode", id: "input" }, "The trigger cannot be removed; set its config instead."],
    [
      "a connection that does not exist",
      { op: "setNode", id: "get", connection: "someone-elses" },
      'There is no connection "someone-elses": there are team-slack. Leave it out for the service\'s own.',
    ],
    [
      "a value that was hidden",
      { op: "setNode", id: "get", config: { headers: { authorization: "[redacted]" } } },
      "[redacted] stands for a value that you are not shown: leave the field out, and it stays as it is.",
    ],
    [
      "a label that turns around",
      { op: "setNode", id: "get", label: "safe \u202e elif eteled" },
      "It holds characters that nobody can see.",
    ],
    [
      "text in invisible characters",
      { op: "setNode", id: "get", config: { body: "a\u{e0041}\u{e0042}" } },
      "It holds characters that nobody can see.",
    ],
  ])("is %s", (_, operation, message) => {
    expect(() => draftOf(operation)).toThrow(expect.objectContaining({ name: "OperationProblem", message }));
  });

  it("changes nothing, so that what comes after it stands on what was there", () => {
    const draft = draftOf();
    expect(() => draft.apply('{"op":"addNode","id":"a","kind":"code","after":["get","nowhere"]}')).toThrow("There is no node nowhere.");
    expect(draft.graph).toEqual(base);
    expect(draft.operations).toEqual([]);
  });
});
