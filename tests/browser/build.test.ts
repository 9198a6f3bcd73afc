import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { enter, openBrowser, takePicture, useBrowser } from "./browser.ts";
import { EditorPage } from "./editor.ts";

useBrowser();

async function openBlank(page: Page): Promise<EditorPage> {
  const workspace = await enter(page);
  const editor = new EditorPage(page);
  await editor.skipTour();
  await page.goto(`/w/${workspace}`);
  return editor;
}

describe("a workflow of five nodes", () => {
  it("is built with the keyboard only, taken back and brought again", async () => {
    const { page, problems } = await openBrowser();
    const { keyboard } = page;
    const editor = await openBlank(page);
    await page.getByRole("button", { name: "New workflow" }).focus();
    await keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "Blank workflow" }).waitFor();
    await keyboard.press("Enter");
    await page.waitForURL(/workflows\/wfl_/);
    await editor.node("Trigger").waitFor();
    for (const [words, label] of [
      ["http request", "HTTP request"],
      ["if", "If"],
      ["set fields", "Set fields"],
      ["return", "Return"],
    ] as const) {
      await keyboard.press("Tab");
      await page.getByRole("dialog").waitFor();
      await keyboard.type(words);
      // What Enter takes is what is found by then.
      await page.getByRole("option", { name: label, selected: true }).waitFor();
      await keyboard.press("Enter");
      await editor.node(label).waitFor();
    }
    expect(await page.locator(".react-flow__node").count()).toBe(5);
    await editor.saved();
    await takePicture(page, "built-by-keyboard");
    // All of it is taken back, and brought again.
    for (let step = 0; step < 4; step++) await keyboard.press("Control+z");
    await expect.poll(() => page.locator(".react-flow__node").count()).toBe(1);
    for (let step = 0; step < 4; step++) await keyboard.press("Control+Shift+z");
    await expect.poll(() => page.locator(".react-flow__node").count()).toBe(5);
    expect(problems).toEqual([]);
  });

  it("is built with the mouse only", async () => {
    const { page, problems } = await openBrowser();
    const editor = await openBlank(page);
    await page.getByRole("button", { name: "New workflow" }).click();
    await page.getByRole("menuitem", { name: "Blank workflow" }).click();
    await page.waitForURL(/workflows\/wfl_/);
    await editor.node("Trigger").waitFor();
    const add = async (from: string, choose: string): Promise<void> => {
      await editor.node(from).click({ button: "right" });
      await page.getByRole("menuitem", { name: /^Add after/ }).click();
      await page.getByRole("option", { name: choose }).first().click();
      await editor.node(choose).waitFor();
    };
    await add("Trigger", "Set fields");
    await add("Set fields", "If");
    await add("If", "Wait");
    await add("Wait", "Return");
    expect(await page.locator(".react-flow__node").count()).toBe(5);
    // Once it has come to rest.
    await editor.node("Return").hover();
    const before = await editor.node("Return").boundingBox();
    if (!before) throw new Error("The last node is not on the screen.");
    await page.mouse.move(before.x + 60, before.y + 20);
    await page.mouse.down();
    await page.mouse.move(before.x + 60, before.y + 180, { steps: 8 });
    await page.mouse.up();
    await expect.poll(async () => (await editor.node("Return").boundingBox())?.y).toBeGreaterThan(before.y + 100);
    await editor.saved();
    expect(problems).toEqual([]);
  });
});

describe("the example", () => {
  it("runs, lights up and shows what each step gave", async () => {
    const { page, problems } = await openBrowser();
    await enter(page);
    const editor = new EditorPage(page);
    await editor.skipTour();
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await expect.poll(async () => editor.canvas.getByText(/Done|Waiting/).count(), { timeout: 20_000 }).toBeGreaterThan(0);
    await takePicture(page, "run");
    expect(problems).toEqual([]);
  });

  it("shows its code; code that is edited changes the canvas, code that is broken says why, and undo takes all of it back", async () => {
    const { page, problems } = await openBrowser();
    const { keyboard } = page;
    await enter(page);
    const editor = new EditorPage(page);
    await editor.skipTour();
    await editor.show("Both");
    const code = page.locator(".monaco-editor").first();
    await expect.poll(() => code.innerText(), { timeout: 60_000 }).toContain("from");
    await takePicture(page, "code");

    await code.click();
    const replace = async (text: string, by: string): Promise<void> => {
      await keyboard.press("Control+f");
      await page.getByRole("textbox", { name: "Find" }).fill(text);
      await keyboard.press("Enter");
      await keyboard.press("Escape");
      await keyboard.type(by);
    };
    await replace("Fetch the order", "Get what was ordered");
    await editor.node("Get what was ordered").waitFor();
    expect(await editor.node("Fetch the order").count()).toBe(0);

    await replace("await request", "await ((");
    await page.getByText(/The canvas shows the last version/).waitFor();
    await editor.node("Get what was ordered").waitFor();
    await takePicture(page, "code-broken");
    await page.getByRole("button", { name: /Discard|Go back/ }).click();
    await page.getByText(/The canvas shows the last version/).waitFor({ state: "hidden" });

    await editor.node("Get what was ordered").click();
    while (!(await page.getByRole("button", { name: "Nothing to undo" }).isVisible())) await keyboard.press("Control+z");
    await editor.node("Fetch the order").waitFor();
    await editor.saved();
    expect(problems).toEqual([]);
  });
});
