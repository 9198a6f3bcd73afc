import { expect, it } from "vitest";
import { describeDeclaration } from "../kit/contract/describe-declaration.ts";
import { plugin } from "./index.ts";
import { extract } from "./steps/extract.ts";
import { toMarkdown } from "./steps/to-markdown.ts";

describeDeclaration(plugin);

const html =
  '<ul><li class="item"><a href="/a">First\n  one</a> <b>1 €</b><b>2 €</b></li><li class="item"><a href="/b">Second</a></li></ul>';

it("gives a row for every match, and null for what is not there", async () => {
  const fields = [
    { name: "title", selector: "a" },
    { name: "link", selector: "a", take: "attribute" as const, attribute: "href" },
    { name: "price", selector: "b" },
    { name: "prices", selector: "b", all: true },
    { name: "whole", take: "html" as const },
  ];
  expect(await extract({ html, rows: ".item", fields })).toEqual({
    rows: [
      { title: "First one", link: "/a", price: "1 €", prices: ["1 €", "2 €"], whole: '<a href="/a">First\n  one</a> <b>1 €</b><b>2 €</b>' },
      { title: "Second", link: "/b", price: null, prices: [], whole: '<a href="/b">Second</a>' },
    ],
  });
});

it("looks in the whole page without rows", async () => {
  expect(await extract({ html, fields: [{ name: "titles", selector: "a", all: true }] })).toEqual({
    rows: [{ titles: ["First one", "Second"] }],
  });
});

it("names a selector that is none", async () => {
  await expect(extract({ html, rows: "li[", fields: [{ name: "x" }] })).rejects.toThrow('"li[" is not a CSS selector');
});

it("writes Markdown without scripts, of the whole or of a part", async () => {
  const page = '<h1>News</h1><script>alert(1)</script><ul><li>All <b>well</b></li></ul><p id="p"><a href="https://e.com">more</a></p>';
  expect(await toMarkdown({ html: page })).toEqual({ markdown: "# News\n\n-   All **well**\n\n[more](https://e.com)" });
  expect(await toMarkdown({ html: page, selector: "#p" })).toEqual({ markdown: "[more](https://e.com)" });
  await expect(toMarkdown({ html: page, selector: "#q" })).rejects.toThrow('Nothing in the HTML matches "#q".');
});
