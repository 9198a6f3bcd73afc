import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Graph } from "../../codegen/schema/graph.ts";
import type { ChatRequest, ModelServer, Turn } from "../../lib/ai/testing/model-server.ts";
import { startModelServer } from "../../lib/ai/testing/model-server.ts";
import { enter, openBrowser, takePicture, useBrowser } from "./browser.ts";
import { EditorPage } from "./editor.ts";
import { findViolations } from "./find-violations.ts";

useBrowser();

const KEY = "sk-of-the-loom";
const SOURCE =
  "const total = order.items.reduce((sum, item) => sum + item.price * item.count, 0);\nreturn { total, lines: order.items.length };";
const EXPRESSION = '{{ input.customer?.name ?? "there" }}, your order is {{ sums.total > 500 ? "large" : "small" }}';
const PAYLOAD = {
  customer: { name: "Ada" },
  items: [
    { sku: "yarn-blue", price: 12.5, count: 40 },
    { sku: "loom", price: 90, count: 1 },
  ],
};

/** Adds an order up and tells of it: its code is empty, its text plain. */
const ORDER: Graph = {
  weft: 1,
  name: "addUp",
  title: "Add an order up",
  nodes: [
    {
      id: "input",
      kind: "trigger",
      config: {
        on: "manual",
        input: {
          type: "object",
          properties: {
            customer: { type: "object", properties: { name: { type: "string" } } },
            items: {
              type: "array",
              items: {
                type: "object",
                properties: { sku: { type: "string" }, price: { type: "number" }, count: { type: "integer" } },
                required: ["sku", "price", "count"],
              },
            },
          },
          required: ["items"],
        },
      },
      position: { x: 0, y: 0 },
    },
    {
      id: "sums",
      kind: "code",
      label: "Add it up",
      config: { inputs: { order: "{{ input }}" }, source: "return { total: 0, lines: 0 };" },
      output: { type: "object", properties: { total: { type: "number" }, lines: { type: "number" } }, required: ["total", "lines"] },
      position: { x: 280, y: 0 },
    },
    { id: "told", kind: "control.set", label: "Tell", config: { fields: { text: "Hello" } }, position: { x: 560, y: 0 } },
  ],
  edges: [
    { id: "e1", source: "input", target: "sums" },
    { id: "e2", source: "sums", target: "told" },
  ],
};

let model: ModelServer;

/** What the model says to each kind of question, by what it is told to do. */
function answer({ messages }: ChatRequest): Turn {
  const instructions = messages[0]?.content ?? "";
  if (instructions.includes("body of an async TypeScript function")) {
    // The first answer never ends: somebody has to stop it.
    const hangs = messages.some(({ content }) => content.includes("Take your time"));
    return { text: `Here it is:\n\`\`\`ts\n${SOURCE}\n\`\`\``, hangs };
  }
  if (instructions.includes("one field of a workflow's step")) return { text: EXPRESSION };
  if (instructions.includes("test payloads")) return { text: JSON.stringify(PAYLOAD) };
  return { text: "ready" };
}

beforeAll(async () => {
  model = await startModelServer({ weaver: [answer], "weaver-misses": [{ text: '{"items":"none"}' }] }, KEY);
});
afterAll(() => model.close());

async function makeDocument(page: Page, workspace: string): Promise<string> {
  const made = await page.request.post("/api/documents", {
    headers: { "x-weft-workspace": workspace, origin: inject("site") },
    data: { graph: ORDER },
  });
  const { id } = (await made.json()) as { id: string };
  return `/w/${workspace}/workflows/${id}`;
}

async function changeSettings(page: Page, workspace: string, change: object): Promise<void> {
  const changed = await page.request.patch("/api/ai/settings", {
    headers: { "x-weft-workspace": workspace, origin: inject("site") },
    data: change,
  });
  expect(changed.status()).toBe(200);
}

describe("a language model in the editor", () => {
  it("is set up in the settings, writes code, an expression and a payload, and what it used is shown", async () => {
    const { page, problems } = await openBrowser();
    const workspace = await enter(page);
    const editor = new EditorPage(page);
    await editor.skipTour();
    const document = await makeDocument(page, workspace);

    // Before a model is set the feature says what to set, and leads there.
    await page.goto(document);
    await editor.node("Add it up").click();
    await editor.details.getByRole("button", { name: "Write with AI" }).click();
    const panel = editor.details.getByRole("region", { name: "Write this code" });
    await panel.getByText("No model is set yet", { exact: true }).waitFor();
    await takePicture(page, "assist-not-configured");
    await panel.getByRole("link", { name: "Set a model" }).click();
    await page.getByRole("heading", { name: "Language models" }).waitFor();
    await page.getByText("Not set up", { exact: true }).waitFor();

    // A wrong key is told in place; the right one takes its place, and neither is ever shown.
    await page.getByRole("combobox", { name: "Provider" }).click();
    await page.getByRole("option", { name: "OpenAI", exact: true }).click();
    await page.getByLabel("Model", { exact: true }).fill("weaver");
    await page.getByLabel("Base URL").fill("127.0.0.1:1234");
    await page.getByText("This is no address: it begins with http:// or https://.").waitFor();
    expect(await page.getByRole("button", { name: "Save", exact: true }).isDisabled()).toBe(true);
    await page.getByLabel("Base URL").fill(`${model.url}/v1`);
    await page.getByLabel("Key").fill("sk-wrong");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Ready", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Test", exact: true }).click();
    await page
      .getByText(/Incorrect API key|refused|key/i)
      .filter({ hasText: /after/ })
      .waitFor();
    await page.getByRole("group", { name: "Key" }).getByRole("button", { name: "Replace" }).click();
    await page.getByLabel("Key").fill(KEY);
    await page.getByLabel("Input, $").fill("3");
    await page.getByLabel("Output, $").fill("15");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("group", { name: "Key" }).getByText("A key is set.").waitFor();
    await page.getByRole("button", { name: "Test", exact: true }).click();
    await page.getByText("OpenAI answered as weaver.").waitFor();
    await page.getByLabel("Dollars a month").fill("20");
    await page.getByRole("button", { name: "Save limits" }).click();
    await page.getByText(/of \$20\.00 used this month/).waitFor();
    await page.reload();
    await page.getByText("A key is set.").waitFor();
    expect(await page.getByLabel("Output, $").inputValue()).toBe("15");
    expect(await page.content()).not.toContain(KEY);

    // Code: as it comes, then as a difference; taking it is one step of undo.
    await page.goto(document);
    await editor.node("Add it up").click();
    await editor.details.getByRole("button", { name: "Write with AI" }).click();
    const prompt = panel.getByLabel("What shall the code do?");
    await prompt.fill("Add up price times count of all items. Take your time.");
    await prompt.press("Enter");
    await panel.getByLabel("Code as it comes").getByText("order.items.reduce").waitFor();
    await takePicture(page, "assist-code-streams");
    await page.keyboard.press("Escape");
    await panel.getByRole("button", { name: "Write", exact: true }).waitFor();
    await expect.poll(model.left).toBe(1);
    await prompt.fill("Add up price times count of all items");
    await panel.getByRole("button", { name: "Write", exact: true }).click();
    await panel.getByRole("button", { name: "Use this code" }).waitFor();
    await panel.locator(".monaco-diff-editor .view-line").first().waitFor();
    await page.waitForTimeout(500);
    await takePicture(page, "assist-code");
    await panel.getByRole("button", { name: "Use this code" }).click();
    await panel.waitFor({ state: "hidden" });
    const code = editor.details.locator(".monaco-editor .view-lines");
    await code.getByText("order.items.reduce").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await code.getByText("total: 0").waitFor();
    await page.getByRole("button", { name: "Redo" }).click();
    await code.getByText("order.items.reduce").waitFor();
    await editor.saved();

    // A payload, looked at before the run that it is for.
    await page.getByRole("button", { name: "Run", exact: true }).click();
    const runs = page.getByRole("region", { name: "Input and runs" });
    await runs.getByRole("button", { name: "Write with AI" }).click();
    await runs.getByLabel("What shall it be like?").press("Enter");
    await runs.getByText("Filled in below. Look at it before you run.").waitFor();
    expect(await runs.getByRole("textbox", { name: /^customer\.name/ }).inputValue()).toBe("Ada");
    expect(JSON.parse(await runs.getByRole("textbox", { name: /^items/ }).inputValue())).toEqual(PAYLOAD.items);
    await takePicture(page, "assist-payload");
    await runs.getByRole("button", { name: "Keep it" }).click();
    await runs.getByRole("button", { name: /^Run Ctrl/ }).click();
    await editor.canvas.getByText("{total: 590, lines: 2}", { exact: true }).waitFor();

    // An expression, with what it gives of the run's data.
    await editor.node("Tell").click();
    const field = editor.details.getByRole("textbox", { name: "text" });
    await field.hover();
    await editor.details.getByRole("button", { name: /^Write text with AI/ }).click();
    const expression = page.getByRole("region", { name: "Write this expression" });
    await expression.getByLabel("What shall it say?").fill("Greet the customer and say how large the order is");
    await expression.getByLabel("What shall it say?").press("Enter");
    await expression.getByText("Ada, your order is large").waitFor();
    await takePicture(page, "assist-expression");
    await expression.getByRole("button", { name: "Use it" }).click();
    await field.getByText("your order is").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => field.textContent()).toBe("Hello");
    await page.getByRole("button", { name: "Redo" }).click();
    await editor.saved();

    // What it used, by task and by day.
    await page.goto(`/w/${workspace}/settings/ai`);
    const tasks = page.getByRole("table", { name: "By task" });
    for (const task of ["Code", "Expressions", "Test payloads", "Tests of the settings"])
      await tasks.getByRole("rowheader", { name: task }).waitFor();
    await takePicture(page, "assist-use");
    expect(await findViolations(page)).toEqual([]);
    expect(model.problems).toEqual([]);
    expect(problems).toEqual([]);
  });

  it("says where a payload does not fit, puts back what was there, and breaks no rule of accessibility in either theme", async () => {
    const { page } = await openBrowser({ colorScheme: "dark", reducedMotion: "reduce" });
    const workspace = await enter(page);
    const editor = new EditorPage(page);
    await editor.skipTour();
    const document = await makeDocument(page, workspace);
    await changeSettings(page, workspace, { provider: "openai", baseUrl: `${model.url}/v1`, model: "weaver-misses", apiKey: KEY });
    await page.goto(document);
    await editor.node("Trigger").waitFor();
    await page.getByRole("button", { name: "Run", exact: true }).click();
    const runs = page.getByRole("region", { name: "Input and runs" });
    await runs.getByRole("radio", { name: "JSON" }).click();
    await runs.getByLabel("Payload", { exact: true }).fill('{"items": []}');
    await runs.getByRole("button", { name: "Write with AI" }).click();
    await runs.getByLabel("What shall it be like?").press("Enter");
    await runs.getByText("It does not fit the trigger's input yet:").waitFor();
    await takePicture(page, "assist-payload-misses-dark");
    const found = await findViolations(page);
    await runs.getByRole("button", { name: "Put back what was there" }).click();
    expect(await runs.getByLabel("Payload", { exact: true }).inputValue()).toBe('{"items": []}');
    await changeSettings(page, workspace, { model: "weaver" });
    await page.reload();
    await editor.node("Add it up").click();
    await editor.details.getByRole("button", { name: "Write with AI" }).click();
    await editor.details.getByLabel("What shall the code do?").fill("Add it up");
    await page.keyboard.press("Enter");
    await editor.details.getByRole("button", { name: "Use this code" }).waitFor();
    await page.waitForTimeout(500);
    await takePicture(page, "assist-code-dark");
    found.push(...(await findViolations(page)));
    expect(found).toEqual([]);
  });

  it("is no matter of a viewer, who sees what is set and used and can change nothing", async () => {
    const owner = await openBrowser();
    const workspace = await enter(owner.page);
    const document = await makeDocument(owner.page, workspace);
    await changeSettings(owner.page, workspace, { provider: "openai", baseUrl: `${model.url}/v1`, model: "weaver", apiKey: KEY });
    const email = `viewer-${workspace.toLowerCase().replaceAll("_", "-")}@example.com`;
    const invited = await owner.page.request.post("/api/invitations", {
      headers: { "x-weft-workspace": workspace, origin: inject("site") },
      data: { email, role: "viewer" },
    });
    const { url } = (await invited.json()) as { url: string };

    const { page, problems } = await openBrowser();
    await page.goto("/sign-up");
    await page.getByLabel("Name").fill("Vera");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill("looms and threads 1834");
    await page.getByRole("button", { name: "Sign up" }).click();
    await page.waitForURL(/\/w\/wsp_/);
    await page.goto(new URL(url).pathname);
    await page.getByRole("button", { name: "Join the workspace" }).click();
    await page.waitForURL(/\/w\/wsp_/);

    await page.goto(`/w/${workspace}/settings/ai`);
    await page.getByText("A key is set. It is encrypted and never shown.").waitFor();
    await page.getByText("0 of 500,000 used today").waitFor();
    expect(await page.getByRole("main").getByRole("textbox").count()).toBe(0);
    expect(await page.getByRole("button", { name: /^(?:Save|Test|Replace|Remove)/ }).count()).toBe(0);
    await takePicture(page, "assist-settings-viewer");
    expect(await findViolations(page)).toEqual([]);

    const editor = new EditorPage(page);
    await page.goto(document);
    await editor.node("Add it up").click();
    await editor.details.getByText("Output type").waitFor();
    expect(await page.getByRole("button", { name: /with AI/ }).count()).toBe(0);
    expect(problems).toEqual([]);
  });
});
