import { expect, it } from "vitest";
import type { Graph, GraphNode } from "../../codegen/schema/graph.ts";
import { findNotices } from "./find-notices.ts";

const trigger: GraphNode = { id: "input", kind: "trigger", config: { on: "http" } };
const get: GraphNode = { id: "get", kind: "http.request", label: "Get", config: { url: "https://shop.example.com/{{ input.body.id }}" } };
const graphOf = (...nodes: GraphNode[]): Graph => ({ weft: 1, name: "x", nodes, edges: [] });
const variables = new Map([
  ["TOKEN", "secret"],
  ["REGION", "plain"],
] as const);
const told = (...nodes: GraphNode[]): string[] =>
  findNotices(graphOf(trigger, get), graphOf(...nodes), variables).map(({ kind, message }) => `${kind}: ${message}`);
const getWith = (config: GraphNode["config"], more: Partial<GraphNode> = {}): GraphNode => ({
  ...get,
  ...more,
  config: { ...get.config, ...config },
});

it("tells nothing of what stays, moves or is only called otherwise", () => {
  expect(told({ ...trigger, position: { x: 1, y: 1 } }, { ...get, label: "Fetch" })).toEqual([]);
});

it.each<[string, GraphNode[], string[]]>([
  ["an address of another host", [trigger, getWith({ url: "https://Evil.example.net:8443/a" })], ["address: Calls evil.example.net:8443."]],
  [
    "a host behind a user's name",
    [trigger, getWith({ url: "https://shop.example.com@evil.example.net/" })],
    ["address: Calls evil.example.net."],
  ],
  ["a host within a text", [trigger, getWith({ body: "see http://evil.example.net/x" })], ["address: Calls evil.example.net."]],
  [
    "a host that an expression gives",
    [trigger, getWith({ url: "https://{{ input.body.host }}/a" })],
    ["address: Calls an address that is made from data."],
  ],
  [
    "an address that an expression gives",
    [trigger, getWith({ url: "{{ input.body.url }}" })],
    ["address: Calls an address that is made from data."],
  ],
  [
    "somebody to write to",
    [trigger, getWith({ body: { to: ["Eve <Eve@evil.example.net>"] } })],
    ["address: Writes to eve@evil.example.net."],
  ],
  ["a secret variable", [trigger, getWith({ body: "{{ env.TOKEN }}" })], ["secret: Reads the secret variable TOKEN."]],
  ["a plain variable, by its key", [trigger, getWith({ body: '{{ env["REGION"] }}' })], ["secret: Reads the variable REGION."]],
  ["a connection", [trigger, { ...get, connection: "bank" }], ["connection: Uses the connection bank."]],
  ["code", [trigger, get, { id: "c", kind: "code", config: { source: "return 1;" } }], ["code: Runs code that the model wrote."]],
  [
    "an open door",
    [{ ...trigger, config: { on: "http", auth: "none" } }, get],
    ["open-trigger: Anybody who knows the address can start it, without a key."],
  ],
  ["a schedule", [{ ...trigger, config: { on: "schedule", cron: "* * * * *" } }, get], ["schedule: Starts by itself: * * * * *."]],
  ["what is gone", [trigger], ["removed: Removes “Get” (get)."]],
  ["what is switched off", [trigger, { ...get, disabled: true }], ["removed: Switches get off."]],
])("tells of %s", (_, nodes, notices) => {
  expect(told(...nodes)).toEqual(notices);
});
