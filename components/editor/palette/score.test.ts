import { describe, expect, it } from "vitest";
import { knownKinds } from "../nodes/known-kinds.ts";
import { findItems } from "./score.ts";
import { toItem } from "./palette-items.ts";

const items = knownKinds.map(toItem);
const first = (query: string, count = 1): string[] => findItems(items, query, () => 0, count).map(({ kind }) => kind);

describe("finding an action", () => {
  it("finds it by the starts of words of its service and its label", () => {
    expect(first("slack mes")).toEqual(["slack.sendMessage"]);
    expect(first("send slack message")).toEqual(["slack.sendMessage"]);
    expect(first("github iss", 3)).toContain("github.createIssue");
  });

  it("finds built-in kinds by what they are called and by what others call them", () => {
    expect(first("if")).toEqual(["control.if"]);
    expect(first("loop", 2).sort()).toEqual(["control.forEach", "control.repeat"]);
    expect(first("code")).toEqual(["code"]);
    expect(first("delay")).toEqual(["control.sleep"]);
    expect(first("http")).toEqual(["http.request"]);
  });

  it("finds nothing for a word that is nowhere", () => {
    expect(first("slack zzzqqq")).toEqual([]);
  });

  it("lets what was used lately win among equals only", () => {
    const lately = (kind: string) => (item: { kind: string }) => (item.kind === kind ? 0.5 : 0);
    expect(findItems(items, "slack mes", lately("slack.listMessages"), 1).map(({ kind }) => kind)).toEqual(["slack.listMessages"]);
    expect(findItems(items, "slack send", lately("slack.listMessages"), 1).map(({ kind }) => kind)).toEqual(["slack.sendMessage"]);
  });

  it("answers a keystroke over every action within a frame", () => {
    const start = performance.now();
    for (let at = 0; at < 50; at++) findItems(items, "send message to chan", () => 0, 40);
    expect((performance.now() - start) / 50).toBeLessThan(16);
  });
});
