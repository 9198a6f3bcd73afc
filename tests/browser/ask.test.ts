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
  /** Retries what the person has selected, and says what it read of a run. */
  mending: [
    ({ messages }) => {
      const said = messages.map(({ content }) => content).join("\n");
      const selected = /The person has selected: (\w+)/.exec(said)?.[1] ?? "input";
      const read = /The run failed[^\n]*: The warehouse burnt down/.test(said);
      return {
        text: lines(
          { op: "setNode", id: selected, label: "Fail more kindly", config: { message: "Sorry" } },
          { op: "say", text: read ? "I read the error." : "I read no run." },
        ),
      };
    },
  ],
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

    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "Input and runs" }).click();
    const runs = page.getByRole("region", { name: "Input and runs" });
    await runs.getByLabel("total").fill("900");
    await runs.getByRole("button", { name: /^Run/ }).click();
    await runs.getByRole("button", { name: "Approve" }).click();
    const status = runs.getByText(/^(?:Running|Waiting|Done|Failed)$/).first();
    await expect.poll(() => status.textContent()).toBe("Done");
    await takePicture(page, "ask-finished");
    expect(problems).toEqual([]);
    expect(models.problems).toEqual([]);
  });
});

describe("asking", () => {
  it("says what to set where there is no model, and keeps what was typed", async () => {
    const { page } = await openBrowser();
    const editor = await openNew(page);
    await editor.canvas.click({ position: { x: 40, y: 40 } });
    await page.keyboard.press("Control+i");
    await ask(page).fill("Anything");
    const notice = page.getByRole("region", { name: "No model is set yet" });
    expect(await notice.innerText()).toContain("Everything else works without.");
    expect(await notice.getByRole("link", { name: "Set a model" }).getAttribute("href")).toMatch(/^\/w\/wsp_\w+\/settings\/ai$/);
    expect(await editor.details.getByRole("button", { name: "Ask", exact: true }).isDisabled()).toBe(true);
    await takePicture(page, "ask-not-ready");
  });

  it("tells why there is no proposal, and can be tried again with the same words", async () => {
    const { page } = await openBrowser();
    const editor = await openNew(page, "refusingInWords");
    await page.keyboard.press("Control+i");
    await ask(page).fill("Do harm");
    await page.keyboard.press("Enter");
    await editor.details.getByRole("heading", { name: "The model will not do it" }).waitFor();
    await editor.details.getByText("I'm sorry, I can't help with that.", { exact: true }).waitFor();
    expect(await ask(page).inputValue()).toBe("Do harm");

    await choose(page, "broke");
    await editor.details.getByRole("button", { name: "Ask", exact: true }).click();
    await editor.details.getByRole("alert").getByText("Insufficient credits").waitFor();
    await choose(page, "droppedAtOnce");
    await editor.details.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => editor.details.getByRole("alert").innerText()).not.toContain("Insufficient credits");
    expect(await editor.canvas.locator(".react-flow__node").count()).toBe(1);

    await choose(page, "dropped");
    await editor.details.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("heading", { name: "Proposal" }).waitFor();
    await editor.details.getByText("What the model did").click();
    await editor.details.getByText(/^Repair 1 of 3/).waitFor();
    await page.getByRole("button", { name: "Refuse" }).click();
    await expect.poll(() => editor.canvas.locator(".react-flow__node").count()).toBe(1);
    expect(await ask(page).inputValue()).toBe("Do harm");
  });

  it("ends with Escape, and nothing has happened", async () => {
    const { page } = await openBrowser();
    const editor = await openNew(page, "hanging");
    await page.keyboard.press("Control+i");
    await ask(page).fill(SENTENCE);
    await page.keyboard.press("Enter");
    await editor.node("Check stock").waitFor();
    const left = models.left();
    await page.keyboard.press("Escape");
    await editor.details.getByText("Stopped. Nothing was changed.").first().waitFor();
    await expect.poll(() => models.left()).toBe(left + 1);
    expect(await editor.canvas.locator(".react-flow__node").count()).toBe(1);
    await page.getByRole("button", { name: "Nothing to undo" }).waitFor();
  });

  it("is about what is selected, and reads a run's error only when that is allowed", async () => {
    const { page } = await openBrowser();
    const editor = await openNew(page, "mending");
    const graph = {
      weft: 1,
      name: "burning",
      nodes: [
        { id: "input", kind: "trigger", config: { on: "manual" }, position: { x: 0, y: 0 } },
        { id: "burn", kind: "control.fail", config: { message: "The warehouse burnt down" }, position: { x: 300, y: 0 } },
      ],
      edges: [{ id: "e1", source: "input", target: "burn" }],
    };
    const { id } = z.object({ id: z.string() }).parse(await call(page, "POST", "/api/documents", { graph }));
    await page.goto(page.url().replace(/wfl_\w+$/, id));
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await page.getByRole("region", { name: "Input and runs" }).getByText("Failed").first().waitFor();
    await editor.node("Fail").click();
    await page.getByRole("button", { name: "Ask", exact: true }).click();
    await editor.details.getByText("About “Fail”").waitFor();
    const consent = editor.details.getByRole("checkbox", { name: /^Let the model read the error of the last run/ });
    expect(await consent.isChecked()).toBe(false);
    await editor.details.getByRole("button", { name: "Why did the last run fail? Fix it." }).click();
    await ask(page).press("Enter");
    await editor.details.getByText("I read no run.", { exact: true }).waitFor();
    await editor.node("Fail more kindly.*Changed").waitFor();
    await page.getByRole("button", { name: "Refuse" }).click();
    await consent.check();
    await ask(page).press("Enter");
    await editor.details.getByText("I read the error.", { exact: true }).waitFor();
    await editor.show("Code");
    await page.getByRole("region", { name: "Proposal" }).locator(".monaco-diff-editor .view-line").first().waitFor();
    await page.waitForTimeout(1_000);
    await takePicture(page, "ask-code");
    // It was allowed for that question.
    await page.getByRole("button", { name: "Refuse" }).click();
    expect(await consent.isChecked()).toBe(false);
  });

  it("begins in the palette with a sentence, and explains in words", async () => {
    const { page } = await openBrowser();
    const editor = await openNew(page, "orders");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("when an order comes in tell me");
    await takePicture(page, "ask-palette");
    await page.getByRole("option", { name: "Ask for: when an order comes in tell me" }).click();
    await page.getByRole("button", { name: "Accept all" }).click();
    await editor.node("Say who approved").waitFor();

    await choose(page, "explaining");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("explain this");
    await page.getByRole("option", { name: "Explain this workflow" }).click();
    await editor.details.getByText("It waits for an order, and **answers**.", { exact: true }).first().waitFor();
    await takePicture(page, "ask-explained");
    await editor.details.getByRole("button", { name: "Done" }).click();
    await ask(page).waitFor();
    expect(models.problems).toEqual([]);
  });

  it("shows on a phone what is proposed, and beneath it what decides about that", async () => {
    const { page, problems } = await openBrowser({ viewport: { width: 390, height: 844 } });
    const editor = await openNew(page, "orders");
    await editor.canvas.getByRole("button", { name: "Describe it" }).click();
    await ask(page).fill(SENTENCE);
    await page.getByRole("button", { name: "Ask", exact: true }).last().click();
    const accept = page.getByRole("button", { name: "Accept all" });
    await accept.waitFor();
    const last = editor.node("Say who approved.*New");
    await last.waitFor();
    const panel = await editor.details.boundingBox();
    await expect
      .poll(async () => {
        const node = await last.boundingBox();
        return node !== null && panel !== null && node.x >= 0 && node.x + node.width <= 390 && node.y + node.height <= panel.y;
      })
      .toBe(true);
    await takePicture(page, "ask-proposal-phone");
    await accept.click();
    await editor.saved();
    expect(problems).toEqual([]);
  });

  it.each(["light", "dark"] as const)("breaks no rule of accessibility in the %s theme", async (theme) => {
    const { page } = await openBrowser({ colorScheme: theme, reducedMotion: "reduce" });
    const editor = await openNew(page, "hanging");
    await page.keyboard.press("Control+i");
    await ask(page).fill(SENTENCE);
    const found: string[] = [];
    const look = async (name: string): Promise<void> => {
      await page.waitForTimeout(500);
      await takePicture(page, `ask-${name}-${theme}`);
      found.push(...(await findViolations(page)).map((violation) => `${name}: ${violation}`));
    };
    await look("form");
    await page.keyboard.press("Enter");
    await editor.node("Check stock").waitFor();
    await look("drawing");
    await page.getByRole("button", { name: "Stop" }).click();
    await choose(page, "neverRepaired");
    await editor.details.getByRole("button", { name: "Ask", exact: true }).click();
    await editor.details.getByRole("region", { name: "Still wrong" }).waitFor();
    await look("wrong");
    expect(found).toEqual([]);
  });
});
