import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FatalError, RetryableError } from "workflow";
import { describeService } from "../kit/contract/describe-service.ts";
import { pending } from "../kit/pending.ts";
import { withStepContext } from "../kit/step-context.ts";
import { stepError } from "../kit/step-error.ts";
import { plugin } from "./index.ts";
import { crawl } from "./steps/crawl.ts";
import { scrape } from "./steps/scrape.ts";

const ID = "0199f8a6-7d1c-7b3a-9c55-3f4f6f0a1b2c";
const DATA_FORMAT = {
  type: "json",
  schema: { type: "object", properties: { price: { type: "number" } }, required: ["price"] },
  prompt: "The price in euros.",
};

const STARTED = { body: { success: true, id: ID, url: `https://api.firecrawl.dev/v2/crawl/${ID}` } };
const PAGE = {
  markdown: "# Shop",
  links: ["https://example.com/about"],
  json: { price: 4.5 },
  metadata: {
    title: ["Shop", "Example"],
    description: "All we have.",
    sourceURL: "https://example.com/shop",
    url: "https://example.com/shop",
    statusCode: 200,
  },
};
const PAGES = { body: { success: true, status: "completed", total: 2, completed: 1, creditsUsed: 1, next: null, data: [PAGE] } };

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  vendor: "firecrawl",
  environment: { FIRECRAWL_API_KEY: "fc-contract" },
  failure: (_, error) => ({ success: false, error }),
  refusals: [{ body: { success: false, error: "Nothing could be read." }, status: 422, message: "Nothing could be read." }],
  actions: {
    scrape: {
      answers: [{ body: { success: true, data: { ...PAGE, answer: "Yes." } } }],
      calls: [
        {
          method: "POST",
          url: "/scrape",
          body: {
            url: "https://example.com/shop",
            formats: [{ type: "markdown" }, { type: "links" }, DATA_FORMAT, { type: "question", question: "Is it in stock?" }],
            location: { country: "DE", languages: ["de-DE"] },
            timeout: 90_000,
          },
        },
      ],
      output: {
        markdown: "# Shop",
        html: null,
        json: { price: 4.5 },
        answer: "Yes.",
        metadata: { title: "Shop", description: "All we have.", statusCode: 200 },
      },
    },
    batchScrape: {
      answers: [STARTED, PAGES],
      calls: [
        {
          method: "POST",
          url: "/batch/scrape",
          body: {
            urls: ["https://example.com/shop", "https://example.com/about"],
            formats: [{ type: "markdown" }, { type: "links" }, DATA_FORMAT],
            maxConcurrency: 5,
          },
        },
        { method: "GET", url: `/batch/scrape/${ID}` },
      ],
      output: { id: ID, total: 2, completed: 1, creditsUsed: 1, pages: [{ markdown: "# Shop", metadata: { title: "Shop" } }] },
    },
    crawl: {
      answers: [STARTED, PAGES],
      calls: [
        {
          method: "POST",
          url: "/crawl",
          body: {
            url: "https://example.com/shop",
            limit: 20,
            prompt: "Only the blog.",
            scrapeOptions: { formats: [{ type: "markdown" }, { type: "links" }, DATA_FORMAT], onlyMainContent: true },
          },
        },
        { method: "GET", url: `/crawl/${ID}` },
      ],
      output: { id: ID, pages: [{ markdown: "# Shop", json: { price: 4.5 } }] },
    },
    map: {
      answers: [
        {
          body: {
            success: true,
            links: [{ url: "https://example.com/shop", title: "Shop", description: "All we have." }, { url: "https://example.com/jobs" }],
          },
        },
      ],
      calls: [{ method: "POST", url: "/map", body: { url: "https://example.com/shop", search: "delivery", limit: 500 } }],
      output: {
        links: [
          { url: "https://example.com/shop", title: "Shop", description: "All we have." },
          { url: "https://example.com/jobs", title: null, description: null },
        ],
      },
    },
    search: {
      answers: [
        {
          body: {
            success: true,
            data: {
              web: [{ title: "Parcel prices", description: "All of them.", url: "https://example.com/prices", markdown: "# Prices" }],
              news: [{ title: "Dearer parcels", snippet: "From May.", url: "https://example.com/news/1", date: "2 days ago" }],
              images: [{ title: "A parcel", imageUrl: "https://example.com/1.jpg", imageWidth: 800, imageHeight: 600 }],
            },
          },
        },
      ],
      calls: [
        {
          method: "POST",
          url: "/search",
          body: {
            query: "parcel prices 2026",
            sources: [{ type: "web" }, { type: "news" }, { type: "images" }],
            categories: [{ type: "pdf" }],
            scrapeOptions: { formats: [{ type: "markdown" }] },
          },
        },
      ],
      output: {
        web: [{ title: "Parcel prices", markdown: "# Prices", html: null }],
        news: [{ snippet: "From May.", date: "2 days ago" }],
        images: [{ imageUrl: "https://example.com/1.jpg", imageWidth: 800 }],
      },
    },
    extract: {
      answers: [
        STARTED,
        {
          body: {
            success: true,
            status: "completed",
            data: { products: ["Box", "Tape"] },
            sources: { products: ["https://example.com/shop/1", "https://example.com/shop/2"] },
            tokensUsed: 812,
          },
        },
      ],
      calls: [
        { method: "POST", url: "/extract", body: { urls: ["https://example.com/shop/*"], prompt: "Name and price of each product." } },
        { method: "GET", url: `/extract/${ID}` },
      ],
      output: {
        id: ID,
        data: { products: ["Box", "Tape"] },
        sources: ["https://example.com/shop/1", "https://example.com/shop/2"],
        tokensUsed: 812,
      },
    },
    agent: {
      answers: [STARTED, { body: { success: true, status: "completed", data: { founders: ["Ada"] }, creditsUsed: 120 } }],
      calls: [
        {
          method: "POST",
          url: "/agent",
          body: { prompt: "Founders of Example Ltd, with their roles.", maxCredits: 500, model: "spark-1-mini" },
        },
        { method: "GET", url: `/agent/${ID}` },
      ],
      output: { id: ID, data: { founders: ["Ada"] }, creditsUsed: 120 },
    },
  },
});

describe("what is special of Firecrawl", () => {
  /** Runs a step against a service that gives these answers, one after the other. */
  async function ask<Output>(answers: readonly Response[], step: () => Promise<Output>) {
    process.env["FIRECRAWL_API_KEY"] = "fc-contract";
    const asked: { url: string; body: string }[] = [];
    const fetch = async (url: URL, init: RequestInit): Promise<Response> => {
      asked.push({ url: url.href, body: String(init.body ?? "") });
      return answers[asked.length - 1] ?? Response.error();
    };
    const context = { idempotencyKey: "key", attempt: 1, signal: new AbortController().signal, fetch };
    const output = await withStepContext(context, step).catch((error: unknown) => error as Output); // looked at by the test
    delete process.env["FIRECRAWL_API_KEY"];
    return { output, asked };
  }
  const url = "https://example.com/shop";

  it("sleeps while a job runs", async () => {
    const job = { id: "c1", since: Date.now() };
    const running = Response.json({ success: true, status: "scraping", total: 9, completed: 2, next: "https://api.firecrawl.dev/v2/x" });
    expect((await ask([running], () => crawl({ url }, { job }))).output).toEqual(pending(job, "5s"));
  });

  it("says why a job failed, and gives up on one that does not end", async () => {
    const failed = Response.json({ success: true, status: "failed", error: "robots.txt forbids it" });
    const { output } = await ask([failed], () => crawl({ url }, { job: { id: "c1", since: Date.now() } }));
    expect(output).toBeInstanceOf(FatalError);
    expect(stepError(output)).toEqual({ name: "JobFailed", message: "Firecrawl: the job c1 of /crawl failed: robots.txt forbids it" });
    const job = { id: "c1", since: Date.now() - 22_000_000 };
    const late = await ask([Response.json({ status: "scraping" })], () => crawl({ url }, { job }));
    expect(stepError(late.output)).toEqual({
      name: "TimeoutError",
      message: "Firecrawl: the job c1 of /crawl is not done after six hours.",
    });
  });

  it("reads all parts of a crawl, from the service's own address alone, and no more pages than wanted", async () => {
    const part = (names: readonly string[], next: string | null): Response =>
      Response.json({ success: true, status: "completed", next, data: names.map((markdown) => ({ markdown, metadata: {} })) });
    const answers = [part(["a", "b"], "https://elsewhere.example.net/v2/crawl/c9?skip=2"), part(["c", "d"], null)];
    const { output, asked } = await ask(answers, () => crawl({ url, limit: 3 }, { job: { id: "c1", since: Date.now() } }));
    expect(asked.map((call) => call.url)).toEqual([
      "https://api.firecrawl.dev/v2/crawl/c1",
      "https://api.firecrawl.dev/v2/crawl/c1?skip=2",
    ]);
    expect(output).toMatchObject({ pages: [{ markdown: "a" }, { markdown: "b" }, { markdown: "c" }], total: 3 });
  });

  it("asks for Markdown when nothing is said, and for an answer alone when there is only a question", async () => {
    const page = (): Response => Response.json({ success: true, data: { metadata: {} } });
    const plain = await ask([page()], () => scrape({ url }));
    expect(JSON.parse(plain.asked[0]?.body ?? "")).toEqual({ url, formats: [{ type: "markdown" }] });
    const question = await ask([page()], () => scrape({ url, question: "Open?" }));
    expect(JSON.parse(question.asked[0]?.body ?? "")).toEqual({ url, formats: [{ type: "question", question: "Open?" }] });
  });

  it("waits as long as a large document still needs", async () => {
    const body = {
      success: false,
      code: "SCRAPE_TIMEOUT",
      error: "Still at it.",
      details: { state: "processing_continues", retryAfterSeconds: 90 },
    };
    const before = Date.now();
    const { output } = await ask([Response.json(body, { status: 408 })], () => scrape({ url }));
    expect(output).toBeInstanceOf(RetryableError);
    expect((output as unknown as RetryableError).retryAfter.getTime() - before).toBeGreaterThanOrEqual(90_000); // as said above
  });
});
