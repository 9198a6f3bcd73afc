import { describe, expect, it } from "vitest";
import { draw } from "../../../../codegen/testing/draw.ts";
import { nodeOf, perform } from "../testing/perform.ts";
import { setDetails } from "./set-details.ts";
import { setNode } from "./set-node.ts";
import { setTrigger } from "./set-trigger.ts";
import { toggleDisabled } from "./toggle-disabled.ts";

const graph = draw("a, b, old:off, memo:note", "input > a > b > old");

describe("what a node says beside its config", () => {
  it("is set, and taken away by undefined or an empty text", () => {
    const { graph: after } = perform(graph, (now) =>
      setNode(now, "a", { label: "Fetch", connection: "team", policy: { retries: 2 }, output: { type: "string" } }),
    );
    expect(nodeOf(after, "a")).toMatchObject({ label: "Fetch", connection: "team", policy: { retries: 2 }, output: { type: "string" } });
    const bare = perform(after, (now) => setNode(now, "a", { label: "", connection: "", policy: {}, output: undefined })).graph;
    expect(nodeOf(bare, "a")).toEqual(nodeOf(graph, "a"));
  });

  it("that is the same already is no edit", () => {
    const labelled = setNode(graph, "a", { label: "x", policy: { retries: 2 } });
    expect(setNode(labelled, "a", { label: "x", policy: { retries: 2 } })).toBe(labelled);
  });
});

describe("disabling", () => {
  it("switches off what is on, and all on again when all are off; never the trigger or a note", () => {
    const off = perform(graph, (now) => toggleDisabled(now, ["a", "old", "input", "memo"])).graph;
    expect(off.nodes.filter((node) => node.disabled).map((node) => node.id)).toEqual(["a", "old"]);
    const on = perform(off, (now) => toggleDisabled(now, ["a", "old"])).graph;
    expect(on.nodes.some((node) => "disabled" in node)).toBe(false);
    expect(toggleDisabled(graph, ["input"])).toBe(graph);
  });
});

describe("the trigger", () => {
  it("keeps the input's schema when something else starts the workflow", () => {
    const typed = setTrigger(graph, { on: "http", input: { type: "object" }, respond: "sync" });
    const { graph: after } = perform(typed, (now) => setTrigger(now, { on: "schedule", cron: "0 9 * * *" }));
    expect(nodeOf(after, "input").config).toEqual({ on: "schedule", cron: "0 9 * * *", input: { type: "object" } });
    expect(setTrigger(after, { on: "schedule", cron: "0 9 * * *" })).toBe(after);
  });

  it("is made where there is none", () => {
    const { graph: after } = perform({ ...graph, nodes: graph.nodes.slice(1), edges: [] }, (now) => setTrigger(now, { on: "manual" }));
    expect(after.nodes[0]).toMatchObject({ id: "input", kind: "trigger", config: { on: "manual" } });
  });
});

describe("the workflow's details", () => {
  it("are set one by one, and taken away by an empty text", () => {
    const { graph: after } = perform(graph, (now) => setDetails(now, { title: "Orders", description: "All of them", name: "orders" }));
    expect(after).toMatchObject({ title: "Orders", description: "All of them", name: "orders" });
    expect("title" in setDetails(after, { title: "" })).toBe(false);
    expect(setDetails(after, { title: "Orders" })).toBe(after);
  });
});
