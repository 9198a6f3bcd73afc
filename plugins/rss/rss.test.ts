import { join } from "node:path";
import { expect, it } from "vitest";
import { describeService } from "../kit/contract/describe-service.ts";
import { plugin } from "./index.ts";
import { parseFeed } from "./steps/parse-feed.ts";

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  actions: {
    readFeed: {
      notSent: ["since", "limit"],
      readsNoJson: true,
      calls: [{ method: "GET", url: "/feed.xml" }],
      output: {
        format: "rss",
        title: "Loom news",
        url: "https://example.com/",
        items: [
          {
            id: "n-2",
            title: "A new loom & shuttle",
            url: "https://example.com/new",
            author: "Ada",
            published: "2030-01-01T08:00:00.000Z",
            summary: "Short.",
            content: "<p>Long.</p>",
            categories: ["looms"],
            enclosures: [{ url: "https://example.com/new.mp3", type: "audio/mpeg" }],
          },
          { id: null, title: "Undated", published: null },
        ],
      },
    },
  },
});

it("reads Atom in the same shape", () => {
  const feed = parseFeed(`<feed xmlns="http://www.w3.org/2005/Atom"><title type="text">T</title><id>i</id><link href="https://e.com/"/>
    <entry><id>e1</id><title>A</title><link rel="self" href="https://e.com/self"/><link rel="alternate" href="https://e.com/a"/>
    <updated>2030-01-01T00:00:00Z</updated><author><name>Ada</name></author><category term="c"/><content type="html">&lt;p&gt;x&lt;/p&gt;</content></entry></feed>`);
  expect(feed).toMatchObject({
    format: "atom",
    title: "T",
    url: "https://e.com/",
    items: [
      { id: "e1", url: "https://e.com/a", author: "Ada", published: "2030-01-01T00:00:00.000Z", content: "<p>x</p>", categories: ["c"] },
    ],
  });
});

it("reads JSON Feed in the same shape", () => {
  const item = {
    id: "1",
    url: "https://e.com/1",
    content_html: "<p>x</p>",
    date_published: "2030-01-01T00:00:00Z",
    authors: [{ name: "Ada" }],
    tags: ["t"],
  };
  const attachments = [{ url: "https://e.com/a.mp3", mime_type: "audio/mpeg" }];
  const text = JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "T",
    home_page_url: "https://e.com",
    items: [{ ...item, attachments }],
  });
  expect(parseFeed(text)).toMatchObject({
    format: "json",
    url: "https://e.com",
    items: [
      { id: "1", author: "Ada", content: "<p>x</p>", categories: ["t"], enclosures: [{ url: "https://e.com/a.mp3", type: "audio/mpeg" }] },
    ],
  });
});

it.each(["", "nonsense", "<html></html>", "{}", "<rss"])("says that %j is no feed", (text) => {
  expect(parseFeed(text)).toBeUndefined();
});

it("does not read entities from outside, nor multiply those inside", () => {
  const bomb =
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><title>&b;</title><item><title>x</title></item></channel></rss>';
  expect(JSON.stringify(parseFeed(bomb) ?? {}).length).toBeLessThan(500);
});
