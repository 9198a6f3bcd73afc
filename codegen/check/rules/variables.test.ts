import { expect, it } from "vitest";
import { findings, graph, node } from "../../testing/make-graph.ts";

const variables = new Map([
  ["REGION", "plain"],
  ["API_KEY", "secret"],
] as const);

const request = (config: NonNullable<Parameters<typeof node>[2]>) =>
  graph([node("a", "http.request", { url: "/", ...config })], "input > a");

it("takes any variable for a plain one when the caller knows none", () => {
  expect(findings(request({ body: "{{ env.ANYTHING + env.ELSE }}" }))).toEqual([]);
});

it("asks for variables that exist", () => {
  expect(findings(request({ body: { at: "in {{ env.REGOIN }}" } }), { variables })).toEqual([
    "unknown-variable at a.body.at: There is no variable `REGOIN`.",
  ]);
});

it("lets a plain variable stand anywhere", () => {
  const nodes = [
    node("a", "control.set", { fields: { region: "{{ env.REGION.toLowerCase() }}" } }),
    node("b", "control.if", { when: 'env.REGION === "eu"' }),
  ];
  expect(findings(graph(nodes, "input > a > b".replace(" > b", ", a > b")), { variables })).toEqual([]);
});

it("lets a secret one stand alone, or alone in a text, wherever a step is given something", () => {
  const nodes = [
    node("a", "http.request", { url: "https://x/?key={{ env.API_KEY }}", deep: [{ key: "{{ env.API_KEY }}" }] }),
    node("b", "code", { source: "return key;", inputs: { key: "{{ env.API_KEY }}" } }),
  ];
  expect(findings(graph(nodes, "input > a, a > b"), { variables })).toEqual([]);
});

it.each([
  ["an operator", "{{ env.API_KEY + input.x }}"],
  ["a call", "{{ encodeURIComponent(env.API_KEY) }}"],
  ["a method", "{{ env.API_KEY.slice(1) }}"],
  ["an element", "{{ env.API_KEY[0] }}"],
  ["a choice", "{{ input.x ? env.API_KEY : null }}"],
  ["a template literal", "{{ `Bearer ${env.API_KEY}` }}"],
  ["an object", "{{ { key: env.API_KEY } }}"],
  ["a callback", "{{ input.list.map((item) => env.API_KEY) }}"],
  ["a text beside it", "Bearer {{ env.API_KEY || input.key }}"],
])("lets nothing be computed from a secret: %s", (_what, body) => {
  expect(findings(request({ body }), { variables })).toEqual([
    "secret-outside-step at a.body: The variable `API_KEY` is secret, so nothing can be computed from it here.",
  ]);
});

it.each([
  ["control.if", { when: "env.API_KEY" }],
  ["control.set", { fields: { key: "{{ env.API_KEY }}" } }],
  ["control.return", { value: "{{ env.API_KEY }}" }],
  ["control.fail", { message: "{{ env.API_KEY }}" }],
  ["control.call", { workflow: "other", input: "{{ env.API_KEY }}" }],
  ["control.approval", { message: "{{ env.API_KEY }}" }],
  ["control.approval", { message: "?", notify: "https://x/{{ env.API_KEY }}" }],
  ["control.waitForEvent", { timeout: "{{ env.API_KEY }}" }],
  ["control.sleep", { for: "{{ env.API_KEY }}" }],
  ["control.forEach", { items: "{{ env.API_KEY }}", as: "item" }],
  ["control.repeat", { until: "env.API_KEY", max: 2 }],
])("lets a secret stand nowhere in a %s", (kind, config) => {
  const found = findings(graph([node("a", kind, config)], "input > a"), { variables });
  expect(found.filter((finding) => !finding.startsWith("empty-container"))).toEqual([
    expect.stringMatching(
      /^secret-outside-step at a\.\w+(\.\w+)?: The variable `API_KEY` is secret, and what `a` makes of it would be written down\.$/,
    ),
  ]);
});
