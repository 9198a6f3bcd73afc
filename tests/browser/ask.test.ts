import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { ModelServer, Script } from "../../lib/ai/testing/model-server.ts";
import { startModelServer } from "../../lib/ai/testing/model-server.ts";
import { SESSIONS } from "../../lib/ai/testing/sessions.ts";
import { enter, openBrowser, takePicture, useBrowser } from "./browser.ts";
import { EditorPage } from "./editor.ts";
import { findViolations } from "./find-violations.ts";

useBrowser();

/** From a sentence to a finished run, with a server on loopback that plays the model. */

const KEY = "sk-model-server";
const SENTENCE = "When an order over $500 comes in, check stock, ask me to approve, then answer";
const lines = (...operations: readonly object[]): string => operations.map((operation) => JSON.stringify(operation)).join("\n");

const orders = lines(
  { op: "setWorkflow", name: "largeOrder", title: "Large order" },
  {
    op: "setNode",
    id: "input",
    label: "An order came in",
    config: { on: "http", respond: "async", input: { type: "object", properties: { total: { type: "number" } }, required: ["total"] } },
  },
  { op: "addNode", id: "isLarge", kind: "control.if", label: "Over $500?", config: { when: "input.body.total > 500" }, after: "input" },
  {
    op: "addNode",
    id: "stock",
    kind: "code",
    label: "Check stock",
    config: { source: "return { left: 12 };", inputs: {} },
    output: { type: "object", properties: { left: { type: "number" } }, required: ["left"] },
    after: "isLarge.true",
  },
  {
    op: "addNode",
    id: "approval",
    kind: "control.approval",
    label: "Approve the order?",
    config: { message: "${{ input.body.total }}, {{ stock.left }} in stock. Approve?", timeout: "1d" },
    after: "stock",
  },
  {
    op: "addNode",
    id: "answer",
    kind: "control.return",
    label: "Say who approved",
    config: { value: { by: "{{ approval.by }}" } },
    after: "approval.approved",
  },
  { op: "say", text: "Orders of <b>$500</b> or less end without an answer." },
);

const SCRIPTS: Readonly<Record<string, Script>> = {
  ...SESSIONS,
  orders: [{ text: orders, delayMs: 25 }],
  hanging: [{ text: orders.split("\n").slice(0, 4).join("\n") + "\n", hangs: true }],
  explaining: [{ text: "It waits for an order, and **answers**.", delayMs: 20 }],
};

let models: ModelServer;
beforeAll(async () => {
  models = await startModelServer(SCRIPTS, KEY);
});
afterAll(() => models.close());

/** Calls the API as the page does. */
async function call(page: Page, method: string, path: string, body: unknown): Promise<unknown> {
  return page.evaluate(
    async ([how, where, sent]) => {
      const workspace = /\/w\/([^/]+)/.exec(location.pathname)?.[1] ?? "";
      const headers = { "content-type": "application/json", "x-weft-workspace": workspace };
      const response = await fetch(where, { method: how, headers, body: JSON.stringify(sent) });
      const answer: unknown = await response.json();
      if (!response.ok) throw new Error(JSON.stringify(answer));
      return answer;
    },
    [method, path, body] as const,
  );
}

/** Makes this the workspace's model. */
async function choose(page: Page, model: string): Promise<void> {
  await call(page, "PATCH", "/api/ai/settings", { provider: "openai", baseUrl: `${models.url}/v1`, apiKey: KEY, model });
}

/** A new workflow, open; its workspace asks this model, or none. */
async function openNew(page: Page, model?: string): Promise<EditorPage> {
  const workspace = await enter(page);
  const editor = new EditorPage(page);
  await editor.skipTour();
  if (model !== undefined) await choose(page, model);
  const { id } = z.object({ id: z.string() }).parse(await call(page, "POST", "/api/documents", {}));
  await page.goto(`/w/${workspace}/workflows/${id}`);
  await editor.node("Trigger").waitFor();
  return editor;
}

const ask = (page: Page) => page.getByRole("textbox", { name: /^What should/ });

describe("from a sentence", () => {
  it("a workflow streams onto the canvas, is taken in part, undone, taken whole, and runs", async () => {
    const { page, problems } = await openBrowser();
    const editor = await openNew(page, "orders");
    await editor.canvas.getByRole("button", { name: "Describe it" }).click();
    await ask(page).fill(SENTENCE);
    await page.keyboard.press("Enter");

    await page.getByText("Your workflow is unchanged, and cannot be edited meanwhile.").waitFor();
    await editor.node("Over \\$500\\?").waitFor();
    await takePicture(page, "ask-streaming");
    await page.getByRole("heading", { name: "Proposal" }).waitFor();
    await page.getByText("Types check: no problem left.").waitFor();
    // A model's words are words.
    await page.getByText("Orders of <b>$500</b> or less end without an answer.", { exact: true }).waitFor();
    await editor.node("Say who approved.*New").waitFor();
    await takePicture(page, "ask-proposal");

    await page.getByRole("checkbox", { name: "Take: Added: Say who approved" }).uncheck();
    await expect.poll(() => editor.node("Say who approved").count()).toBe(0);
    await page.getByRole("button", { name: /^Accept \d changes$/ }).click();
    await page.getByText(/^Accepted \d of \d changes/).waitFor();
    await editor.node("Approve the order").waitFor();
    expect(await editor.node("Say who approved").count()).toBe(0);
    await editor.saved();

    await page.getByRole("button", { name: "Undo: Accept a proposal" }).click();
    await expect.poll(() => editor.canvas.locator(".react-flow__node").count()).toBe(1);

    await ask(page).fill(SENTENCE);
    await page.getByRole("button", { name: "Ask", exact: true }).last().click();
    await page.getByRole("button", { name: "Accept all" }).click();
    await editor.node("Say who approved").waitFor();
    await editor.saved();

    await page.getByRole("button", { name: "Run", exact: true }).click();
    const runs = page.getByRole("region", { name: "Input and runs" });
    await runs.getByLabel("total").fill("900");
    await runs.getByRole("button", { name: /^Run/ }).click();
    await runs.getByRole("button", { name: "Approve" }).click();
    await runs.getByText("Done").first().waitFor();
    await takePicture(page, "ask-finished");
    expect(problems).toEqual([]);
    expect(models.problems).toEqual([]);
  });
});
