import { expect, it } from "vitest";
import type { Graph, GraphNode } from "../../codegen/schema/graph.ts";
import { plugin as http } from "../../plugins/http/index.ts";
import { createCatalog } from "../../plugins/kit/catalog.ts";
import { plugin as rss } from "../../plugins/rss/index.ts";
import { plugin as slack } from "../../plugins/slack/index.ts";
import { findNotices } from "./find-notices.ts";

const trigger: GraphNode = { id: "input", kind: "trigger", config: { on: "http" } };
const get: GraphNode = { id: "get", kind: "http.request", label: "Get", config: { url: "https://shop.example.com/{{ input.body.id }}" } };
const graphOf = (...nodes: GraphNode[]): Graph => ({ weft: 1, name: "x", nodes, edges: [] });
const variables = new Map([
  ["TOKEN", "secret"],
  ["REGION", "plain"],
] as const);
const catalog = createCatalog([http, rss, slack]);
const between = (before: readonly GraphNode[], after: readonly GraphNode[]): string[] =>
  findNotices(graphOf(...before), graphOf(...after), { catalog, variables }).map(({ kind, message }) => `${kind}: ${message}`);
const told = (...nodes: GraphNode[]): string[] => between([trigger, get], nodes);
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

const MADE = "address: Calls an address that is made from data.";
const EVIL = "address: Calls evil.example.";

it.each<[string, string[]]>([
  ["ht{{ 'tps' }}://evil.example/x", [EVIL]],
  ["https:{{ '//' }}evil.example", [EVIL]],
  ["https:/evil.example/x", [EVIL]],
  ["https:evil.example/x", [EVIL]],
  [String.raw`https:\\evil.example`, [EVIL]],
  [String.raw`https:/\evil.example\x`, [EVIL]],
  ["https:/{{ '/evil.example' }}", [EVIL]],
  ["https://{{ 'evil' }}.example", [EVIL]],
  ["{{ 'https://evil' + '.example' }}/{{ input.body.id }}", [EVIL]],
  ["{{ `https://${'evil'}.example/` }}", [EVIL]],
  [" \u0000ht\ntp\ts://evil.ex\rample", [EVIL]],
  ["https://shop.example.com{{ '@evil.example' }}/", [EVIL]],
  ["https://evil.example?{{ input.body.id }}", [EVIL]],
  ["https://ev\u00eel.example/", ["address: Calls xn--evl-wma.example."]],
  ["https://shop.example.com{{ input.body.id }}/", [MADE]],
  ["https://shop.example.com:8{{ input.body.id }}", [MADE]],
  ["https://shop.example.com{{ input.body.id }}@evil.example/", [MADE]],
  ["ht{{ input.body.rest }}", [MADE]],
  ["{{ true ? 'https://evil.example' : '' }}", [MADE, EVIL]],
  ["{{ 'HTTPS://EVIL.EXAMPLE'.toLowerCase() }}", [MADE, EVIL]],
  ["{{ input.body.url }}", [MADE]],
  ["https://shop.example.com/other", []],
  ["{{ 'https:' }}//shop.example.com/{{ input.body.id }}", []],
  ["https://evil.example/{{ bad( }}", [EVIL]],
  ["https://{{ bad( }}.example/", [MADE]],
  ["no address", []],
  ["", []],
])("reads the address %j as the step does", (url, notices) => {
  expect(told(trigger, getWith({ url }))).toEqual(notices);
});

it("tells of an address that is made from other data than before", () => {
  const made = (url: string): GraphNode => getWith({ url });
  expect(between([made("{{ input.body.a }}")], [made("{{ input.body.b }}")])).toEqual([MADE]);
  expect(between([made("{{ input.body.a }}")], [{ ...made("{{ input.body.a }}"), label: "Other" }])).toEqual([]);
});

it("reads addresses in lists, in other fields and within expressions", () => {
  expect(told(trigger, getWith({ query: { to: "https:evil.example" } }))).toEqual([EVIL]);
  expect(told(trigger, getWith({ query: { urls: ["{{ input.body.a }}"] } }))).toEqual([MADE]);
  expect(told(trigger, getWith({ body: '{{ ({ hook: "https://" + "evil.example" }) }}' }))).toEqual([EVIL]);
  expect(told(trigger, getWith({ body: "Mail e{{ 've@evil.' }}example.net" }))).toEqual(["address: Writes to eve@evil.example.net."]);
});

it.each(["{{ (env).TOKEN }}", "{{ String(env.TOKEN) }}", "{{ [input].map((one) => env.TOKEN) }}"])("finds the variable in %s", (body) => {
  expect(told(trigger, getWith({ body }))).toEqual(["secret: Reads the secret variable TOKEN."]);
});

it("finds the variable in a bare expression", () => {
  const branch: GraphNode = { id: "if", kind: "control.if", config: { when: 'env.TOKEN === "a"' } };
  expect(told(trigger, get, branch)).toEqual(["secret: Reads the secret variable TOKEN."]);
});

const post: GraphNode = { id: "post", kind: "slack.sendMessage", config: { channel: "#sales", text: "Hi" } };

it.each<[string, GraphNode[], GraphNode[], string[]]>([
  ["a new action of a service", [], [post], ["connection: Calls Slack (Send a message) with the default connection."]],
  [
    "a new action with a connection",
    [],
    [{ ...post, connection: "team" }],
    ["connection: Calls Slack (Send a message) with the connection team."],
  ],
  [
    "another action in its place",
    [post],
    [{ ...post, kind: "slack.deleteMessage", config: {} }],
    ["connection: Calls Slack (Delete a message) with the default connection."],
  ],
  [
    "another channel",
    [post],
    [{ ...post, config: { channel: "#public", text: "Hi" } }],
    ["connection: Changes what Slack (Send a message) is given, with the default connection."],
  ],
  ["the default connection", [{ ...post, connection: "team" }], [post], ["connection: Uses the default connection."]],
  [
    "a request with what a connection holds",
    [],
    [getWith({ auth: "bearer" })],
    ["address: Calls shop.example.com.", "connection: Calls HTTP (HTTP request) with the default connection."],
  ],
  ["a request that takes nothing of one", [], [get], ["address: Calls shop.example.com."]],
  ["a service without a credential", [], [{ id: "feed", kind: "rss.readFeed", config: { url: "https://evil.example" } }], [EVIL]],
  ["a policy", [post], [{ ...post, policy: { retries: 3 } }], []],
  [
    "a workflow that is run",
    [],
    [{ id: "c", kind: "control.call", config: { workflow: "billing" } }],
    ["call: Runs the workflow billing."],
  ],
  [
    "another workflow that is run",
    [{ id: "c", kind: "control.call", config: { workflow: "billing" } }],
    [{ id: "c", kind: "control.call", config: { workflow: "refunds", input: {} } }],
    ["call: Runs the workflow refunds."],
  ],
])("tells, of services and workflows, %s", (_, before, after, notices) => {
  expect(between(before, after)).toEqual(notices);
});

const wired = (nodes: GraphNode[], ...edges: [string, string][]): Graph => ({
  ...graphOf(trigger, ...nodes),
  edges: edges.map(([source, target], at) => ({ id: `e${at}`, source, target, ...(source === "ask" ? { port: "approved" } : {}) })),
});
const loop: GraphNode = { id: "each", kind: "control.forEach", config: { items: "{{ input.body }}", as: "item" } };
const inLoop: GraphNode = { ...post, parent: "each" };
const ask: GraphNode = { id: "ask", kind: "control.approval", label: "Ask", config: { message: "May it?" } };

it.each<[string, Graph, Graph, string[]]>([
  [
    "what runs because it is switched on",
    wired([{ ...post, disabled: true }], ["input", "post"]),
    wired([post], ["input", "post"]),
    ["connection: Calls Slack (Send a message) with the default connection."],
  ],
  [
    "what runs because something leads to it",
    wired([post]),
    wired([post], ["input", "post"]),
    ["connection: Calls Slack (Send a message) with the default connection."],
  ],
  [
    "what is gone round",
    wired([ask, post], ["input", "ask"], ["ask", "post"]),
    wired([ask, post], ["input", "post"]),
    ["removed: Leaves “Ask” (ask) out: nothing leads to it any more."],
  ],
  [
    "what is switched off, once",
    wired([post], ["input", "post"]),
    wired([{ ...post, disabled: true }], ["input", "post"]),
    ["removed: Switches post off."],
  ],
  [
    "what no longer waits for an approval",
    wired([ask, post], ["input", "ask"], ["ask", "post"]),
    wired([ask, post], ["input", "post"], ["post", "ask"]),
    ["removed: Runs without waiting for ask."],
  ],
  [
    "a way round an approval beside the one through it",
    wired([ask, post], ["input", "ask"], ["ask", "post"]),
    wired([ask, post], ["input", "ask"], ["ask", "post"], ["input", "post"]),
    ["removed: Runs without waiting for ask."],
  ],
  [
    "what no longer waits within a loop",
    wired([ask, loop, inLoop], ["input", "ask"], ["ask", "each"]),
    wired([ask, loop, inLoop], ["input", "ask"], ["input", "each"]),
    ["removed: Runs without waiting for ask.", "removed: Runs without waiting for ask."],
  ],
  [
    "nothing else where a step is put between",
    wired([ask, post], ["input", "ask"], ["ask", "post"]),
    wired([ask, { ...get, id: "between" }, post], ["input", "ask"], ["ask", "between"], ["between", "post"]),
    ["address: Calls shop.example.com."],
  ],
])("tells of %s", (_, before, after, notices) => {
  expect(findNotices(before, after, { catalog, variables }).map(({ kind, message }) => `${kind}: ${message}`)).toEqual(notices);
});

it("tells of a step that a refusal leads to now", () => {
  const before = wired([ask, post], ["input", "ask"], ["ask", "post"]);
  const after = { ...before, edges: before.edges.map((edge) => (edge.source === "ask" ? { ...edge, port: "rejected" } : edge)) };
  expect(findNotices(before, after, { catalog, variables })).toEqual([
    { kind: "removed", node: "post", message: "Runs without waiting for ask." },
  ]);
});
