import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeService } from "../kit/contract/describe-service.ts";
import { withStepContext } from "../kit/step-context.ts";
import { plugin } from "./index.ts";
import { createItem } from "./steps/create-item.ts";
import { listItems } from "./steps/list-items.ts";
import { publishSite } from "./steps/publish-site.ts";

const SITE = "/sites/580e63e98c9a982ac9b8b741";
const ITEMS = "/collections/580e63fc8c9a982ac9b8b745/items";
const ITEM = `${ITEMS}/580e64008c9a982ac9b8b754`;

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  environment: { WEBFLOW_API_TOKEN: "contract" },
  failure: (_, message) => ({ message, code: "validation_error", externalReference: null, details: [] }),
  actions: {
    listSites: { calls: [{ method: "GET", url: "/sites" }], output: { sites: [{ displayName: "Example" }] } },
    publishSite: {
      calls: [
        { method: "POST", url: `${SITE}/publish`, body: { customDomains: ["589a331aa51e760df7ccb89d"], publishToWebflowSubdomain: false } },
      ],
    },
    listCollections: { calls: [{ method: "GET", url: `${SITE}/collections` }] },
    listItems: {
      calls: [
        {
          method: "GET",
          url: `${ITEMS}/live?name=Our first post&slug=our-first-post&sortBy=lastPublished&sortOrder=desc&cmsLocaleId=653ad57de882f528b32e810e&limit=3&offset=0`,
        },
      ],
      output: { items: [{ fieldData: { name: "Our first post" } }] },
    },
    getItem: { calls: [{ method: "GET", url: `${ITEM}/live?cmsLocaleId=653ad57de882f528b32e810e` }] },
    createItem: {
      calls: [
        { method: "POST", url: `${ITEMS}/live`, body: { isDraft: false, fieldData: { name: "Our first post", slug: "our-first-post" } } },
      ],
    },
    updateItem: { calls: [{ method: "PATCH", url: `${ITEM}/live`, body: { fieldData: { summary: "Hello again" } } }] },
    deleteItem: { calls: [{ method: "DELETE", url: `${ITEM}/live?cmsLocaleId=653ad57de882f528b32e810e` }], output: { deleted: true } },
    publishItems: { calls: [{ method: "POST", url: `${ITEMS}/publish`, body: { itemIds: ["580e64008c9a982ac9b8b754"] } }] },
    listForms: { calls: [{ method: "GET", url: `${SITE}/forms?limit=3&offset=0` }] },
    listSubmissions: { calls: [{ method: "GET", url: "/forms/589a331aa51e760df7ccb89d/submissions?limit=3&offset=0" }] },
    getSubmission: { calls: [{ method: "GET", url: "/form_submissions/6321ca84df3949bfc6752327" }] },
  },
});

describe("Webflow's pages, places and errors", () => {
  it("skips what it has read until a page is not full", async () => {
    const full = { items: Array.from({ length: 100 }, (_, id) => ({ id: String(id) })) };
    const { sent, output } = await calling([full, { items: [] }], () => listItems({ collection_id: "c", limit: 150 }));
    expect(sent.map(({ path }) => path)).toEqual([
      "/v2/collections/c/items?limit=100&offset=0",
      "/v2/collections/c/items?limit=50&offset=100",
    ]);
    expect(output.items).toHaveLength(100);
  });

  it("writes to the editor unless the live site is asked for, and sends nothing that says so", async () => {
    const { sent } = await calling([{ id: "i" }], () => createItem({ collection_id: "c", fieldData: { name: "n" }, live: false }));
    expect(sent).toEqual([{ path: "/v2/collections/c/items", body: { fieldData: { name: "n" } } }]);
  });

  it("publishes to the webflow.io address when no place is named", async () => {
    const { sent } = await calling([{}], () => publishSite({ site_id: "s" }));
    expect(sent[0]?.body).toEqual({ customDomains: [], publishToWebflowSubdomain: true });
  });

  it("says which field was wrong", async () => {
    const wrong = { message: "Validation Error", details: [{ param: "slug", description: "Unique value is already in database" }] };
    const refused = calling([wrong], () => createItem({ collection_id: "c", fieldData: { name: "n" } }), 400);
    await expect(refused).rejects.toThrow("Validation Error; slug: Unique value is already in database");
  });
});

interface Sent {
  /** With the query. */
  readonly path: string;
  readonly body?: unknown;
}

/** Runs a step whose calls are answered one after the other. */
async function calling<T>(answers: readonly unknown[], run: () => Promise<T>, status = 200): Promise<{ output: T; sent: Sent[] }> {
  process.env["WEBFLOW_API_TOKEN"] = "test";
  const sent: Sent[] = [];
  const fetch = async (url: URL, { body }: RequestInit): Promise<Response> => {
    sent.push({ path: url.pathname + url.search, ...(typeof body === "string" ? { body: JSON.parse(body) } : {}) });
    return Response.json(answers[sent.length - 1], { status });
  };
  const output = await withStepContext({ idempotencyKey: "k", attempt: 1, signal: new AbortController().signal, fetch }, run);
  return { output, sent };
}
