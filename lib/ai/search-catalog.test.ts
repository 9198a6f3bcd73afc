import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Graph } from "../../codegen/schema/graph.ts";
import type { PluginCatalog } from "../../plugins/kit/catalog.ts";
import { createCatalog } from "../../plugins/kit/catalog.ts";
import { defineCredential } from "../../plugins/kit/define-credential.ts";
import type { Plugin } from "../../plugins/kit/define-plugin.ts";
import { installedPlugins } from "../plugins/installed-plugins.ts";
import { estimateTokens } from "./estimate-tokens.ts";
import { searchCatalog } from "./search-catalog.ts";

const BUDGET = 6_000;
const empty: Graph = { weft: 1, name: "x", nodes: [], edges: [] };

/** 25 services of 20 actions, each with thirty fields in and out. */
function syntheticCatalog(): PluginCatalog {
  const fields = Object.fromEntries(
    Array.from({ length: 30 }, (_, at) => [
      `field${at}`,
      z.string().optional().meta({ help: "One of many fields that a service may have." }),
    ]),
  );
  return createCatalog(
    Array.from({ length: 25 }, (_, service): Plugin => ({
      name: `service${service}`,
      label: `Service ${service}`,
      description: "A service.",
      credential: defineCredential(`service${service}`, { token: { label: "Token", env: `TOKEN_${service}` } }),
      actions: Array.from({ length: 20 }, (_, action) => ({
        name: `doThing${action}`,
        label: `Do thing ${action}`,
        description: `Sends a message about thing ${action} and does a thing with it.`,
        input: z.strictObject(fields),
        output: z.object(fields),
      })),
    })),
  );
}

describe("of 500 actions", () => {
  const catalog = syntheticCatalog();

  it("shows what its budget holds, whatever is connected", () => {
    const connected = new Set(Array.from({ length: 25 }, (_, at) => `service${at}`));
    const found = searchCatalog(catalog, { words: "send a message about thing 7", graph: empty, connected, budget: BUDGET });
    expect(found.all).toBe(500);
    expect(estimateTokens(found.text)).toBeLessThanOrEqual(BUDGET);
    expect(found.shown.size).toBeGreaterThan(3);
  });

  it("shows what the document uses and the services with a connection, though the words name neither", () => {
    const graph: Graph = { ...empty, nodes: [{ id: "a", kind: "service24.doThing19" }] };
    const found = searchCatalog(catalog, { words: "xyzzy", graph, connected: new Set(["service20"]), budget: BUDGET });
    expect([...found.shown]).toEqual(["service24.doThing19"]);
    expect(found.text).toContain("service20.doThing3");
  });

  it.each([200, 1_000, 3_000, 20_000])("keeps within %i tokens", (budget) => {
    const found = searchCatalog(catalog, { words: "send a message", graph: empty, connected: new Set(["service1"]), budget });
    expect(estimateTokens(found.text)).toBeLessThanOrEqual(budget);
  });
});

describe("of the real actions", () => {
  let catalog: PluginCatalog;
  beforeAll(async () => {
    ({ catalog } = await installedPlugins());
  });

  it.each([
    ["When an order over $500 comes in, check stock, ask me to approve, then post to Slack", ["slack.sendMessage", "http.request"]],
    ["add a row to my google sheet for each new stripe payment", ["googleSheets.appendRows"]],
    ["open a GitHub issue when a form is submitted", ["github.createIssue"]],
    ["summarize the news feed every morning and mail it with resend", ["rss.readFeed", "ai.generateText", "resend.sendEmail"]],
    ["send it to Discord too", ["discord.sendMessage"]],
    ["create a page in Notion", ["notion.createPage"]],
    ["refund the payment in Stripe", ["stripe.createRefund"]],
    ["classify the e-mail with a model", ["ai.classify"]],
    ["insert the lead into postgres", ["postgres.query"]],
    ["text the customer by SMS via Twilio", ["twilio.sendSms"]],
  ])("finds what “%s” needs", (words, kinds) => {
    const { shown, tokens } = searchCatalog(catalog, { words, graph: empty, connected: new Set(), budget: BUDGET });
    expect({ missing: kinds.filter((kind) => !shown.has(kind)), fits: tokens <= BUDGET }).toEqual({ missing: [], fits: true });
  });
});
