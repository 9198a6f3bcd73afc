import { describe, expect, it } from "vitest";
import type { GraphNode } from "../../../codegen/schema/graph.ts";
import { describeCron } from "./describe-cron.ts";
import { summarizeNode, titleOf } from "./summarize-node.ts";

const summary = (kind: string, config: GraphNode["config"]): string => summarizeNode({ id: "n", kind, config });

describe("summarizeNode", () => {
  it("says method and address of a call, without the scheme and the braces", () => {
    expect(summary("http.request", { url: "https://api.example.com/orders/{{ input.body.id }}" })).toBe(
      "GET api.example.com/orders/{input.body.id}",
    );
    expect(summary("http.request", { method: "POST", url: "http://a.test/b" })).toBe("POST a.test/b");
  });

  it("says the condition of an if as it is written", () => {
    expect(summary("control.if", { when: "order.total > 500" })).toBe("order.total > 500");
  });

  it("says the channel of a message before its text", () => {
    expect(summary("slack.sendMessage", { text: "Hello", channel: "#vip" })).toBe("#vip · Hello");
  });

  it("says what an action of no known field holds first", () => {
    expect(summary("acme.doIt", { odd: "{{ order.body.id }}", list: [1] })).toBe("order.body.id");
  });

  it("says a loop by its variable and its list", () => {
    expect(summary("control.forEach", { items: "{{ orders.body }}", as: "order", concurrency: 3 })).toBe(
      "order of orders.body · 3 at a time",
    );
    expect(summary("control.repeat", { until: "done", max: 20, every: "1s" })).toBe("until done · at most 20 · every 1s");
  });

  it("says when a trigger fires", () => {
    expect(summary("trigger", { on: "schedule", cron: "0 9 * * 1-5", timezone: "Europe/Berlin" })).toBe(
      "every weekday 9:00 · Europe/Berlin",
    );
    expect(summary("trigger", { on: "http", respond: "sync" })).toBe("HTTP, answers with the result");
    expect(summary("trigger", { on: "manual" })).toBe("by hand");
  });

  it("shows the first line of code that does something", () => {
    expect(summary("code", { source: "interface A {\n  b: string;\n}\n// why\nconst a = 1;\nreturn a;" })).toBe("const a = 1;");
  });

  it("says nothing of a config that is not as it should be", () => {
    expect(summary("control.switch", { cases: "x" })).toBe("");
    expect(summary("control.if", {})).toBe("");
    expect(summary("slack.sendMessage", {})).toBe("");
  });
});

describe("titleOf", () => {
  it("is the label, or what the kind is called when the label is blank", () => {
    expect(titleOf({ id: "a", kind: "slack.sendMessage", label: "Tell them" })).toBe("Tell them");
    expect(titleOf({ id: "a", kind: "slack.sendMessage", label: " " })).toBe("Send a message");
    expect(titleOf({ id: "a", kind: "acme.listOrders" })).toBe("List orders");
  });
});

describe("describeCron", () => {
  it.each([
    ["* * * * *", "every minute"],
    ["*/5 * * * *", "every 5 minutes"],
    ["30 * * * *", "every hour at :30"],
    ["0 */6 * * *", "every 6 hours"],
    ["5 7 * * *", "every day 7:05"],
    ["0 9 * * MON-FRI", "every weekday 9:00"],
    ["0 9 * * 1", "every Monday 9:00"],
    ["0 9 1 * *", "every month on day 1, 9:00"],
    ["0 9 1 1 *", "0 9 1 1 *"],
    ["0 9-17 * * *", "0 9-17 * * *"],
    ["broken", "broken"],
  ])("%s is %s", (cron, words) => {
    expect(describeCron(cron)).toBe(words);
  });
});
