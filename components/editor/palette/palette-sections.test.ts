import { describe, expect, it } from "vitest";
import { makeSections } from "./palette-sections.ts";

const sections = (query: string, more: { readonly canAsk?: boolean; readonly service?: string } = {}) =>
  makeSections({ items: [], commands: [], query, service: more.service, recents: [], canEdit: true, canAsk: more.canAsk ?? true });

describe("a sentence in the palette", () => {
  it("is offered to a model, word for word, before anything else", () => {
    const [first] = sections("  post orders to Slack ");
    expect(first?.entries).toEqual([{ type: "ask", id: "ask", words: "post orders to Slack" }]);
  });

  it("is none with one or two words, in a service's list, or where nothing may be asked", () => {
    const offered = [
      sections("send message"),
      sections("post orders to Slack", { service: "Slack" }),
      sections("post orders to Slack", { canAsk: false }),
    ];
    expect(offered.map((found) => found.flatMap(({ entries }) => entries.map(({ type }) => type)).includes("ask"))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
