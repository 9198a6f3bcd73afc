import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { enter, openBrowser, useBrowser } from "./browser.ts";
import { EditorPage } from "./editor.ts";

useBrowser();

async function openEditor(): Promise<{ page: Page; editor: EditorPage }> {
  const { page } = await openBrowser();
  await enter(page);
  const editor = new EditorPage(page);
  await editor.skipTour();
  await page.locator(".react-flow__node").first().waitFor();
  return { page, editor };
}

/** Holds back every script from now on until `release`, as a slow network does. */
async function holdScripts(page: Page): Promise<{ readonly release: () => void; readonly asked: Promise<void> }> {
  const held = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  await page.route(/\.js(?:\?|$)/, async (route) => {
    asked.resolve();
    await held.promise;
    await route.continue();
  });
  return { release: held.resolve, asked: asked.promise };
}

const focusedName = (page: Page): Promise<string | null> =>
  page.evaluate<string | null>(`document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.tagName ?? null`);

describe("a tooltip", () => {
  it("names what the pointer rests on, stays while it is read, and goes with Escape or a press", async () => {
    const { page } = await openEditor();
    const tooltip = page.getByRole("tooltip");
    const fit = page.getByRole("button", { name: "Fit to screen" });
    await fit.hover();
    await tooltip.waitFor();
    expect(await tooltip.textContent()).toContain("Fit to screen");
    expect(await fit.getAttribute("aria-describedby")).toBe(await tooltip.getAttribute("id"));
    await tooltip.hover();
    await page.waitForTimeout(300);
    expect(await tooltip.count()).toBe(1);
    await page.keyboard.press("Escape");
    await tooltip.waitFor({ state: "detached" });
    expect(await fit.getAttribute("aria-describedby")).toBe(null);
    await page.getByRole("button", { name: "Zoom in" }).hover();
    await tooltip.waitFor();
    await page.mouse.down();
    await tooltip.waitFor({ state: "detached" });
    await page.mouse.up();
  });

  it("shows at once for the keyboard, and at the control beside it next", async () => {
    const { page } = await openEditor();
    await page.getByRole("radio", { name: "Canvas", exact: true }).focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.getByRole("tooltip").waitFor();
    await expect.poll(() => focusedName(page)).toBe("Nothing to undo");
    expect(await page.getByRole("tooltip").textContent()).toContain("Nothing to undo");
    await page.keyboard.press("Tab");
    await expect.poll(() => page.getByRole("tooltip").textContent()).toContain("Nothing to redo");
    expect(await page.getByRole("tooltip").count()).toBe(1);
  });
});

describe("a menu", () => {
  it("is opened, walked and left with the keyboard, and gives the focus back", async () => {
    const { page } = await openEditor();
    const more = page.getByRole("button", { name: "More", exact: true });
    await more.focus();
    expect(await more.getAttribute("aria-expanded")).toBe("false");
    await page.keyboard.press("Enter");
    await page.getByRole("menu", { name: "More" }).waitFor();
    expect(await more.getAttribute("aria-expanded")).toBe("true");
    const focused = (name: string) => expect.poll(() => page.locator(":focus").textContent()).toBe(name);
    await focused("Commands and actionsCtrl K");
    await page.keyboard.press("ArrowDown");
    await focused("Input and runs");
    await page.keyboard.press("Escape");
    await page.getByRole("menu").waitFor({ state: "detached" });
    await expect.poll(() => focusedName(page)).toBe("More");
  });

  it("closes with a press on its button, and opens with the next", async () => {
    const { page } = await openEditor();
    const more = page.getByRole("button", { name: "More", exact: true });
    const menu = page.getByRole("menu");
    await more.click();
    await menu.waitFor();
    await more.click();
    await menu.waitFor({ state: "detached" });
    await more.click();
    await menu.waitFor();
    expect(await more.getAttribute("aria-expanded")).toBe("true");
  });

  it("that is asked for before it is loaded opens when it is there", async () => {
    const { page } = await openEditor();
    await page.evaluate("window.requestIdleCallback = () => 0");
    await page.addInitScript("window.requestIdleCallback = () => 0");
    await page.reload();
    await page.locator(".react-flow__node").first().waitFor();
    const { release, asked } = await holdScripts(page);
    await page.getByRole("button", { name: "More", exact: true }).click();
    await asked;
    expect(await page.getByRole("menu").count()).toBe(0);
    release();
    await page.getByRole("menuitem", { name: "Versions" }).click();
    await page.getByRole("complementary", { name: "Details" }).getByRole("heading", { name: "Versions" }).waitFor();
  });

  it("of the canvas is about what is clicked, opens where that is, and gives the focus back", async () => {
    const { page, editor } = await openEditor();
    const node = page.locator(".react-flow__node").nth(1);
    await node.click();
    const box = await node.boundingBox();
    await node.click({ button: "right", position: { x: 40, y: 20 } });
    const menu = page.getByRole("menu");
    await menu.waitFor();
    const at = await menu.boundingBox();
    expect(Math.abs((at?.x ?? 0) - (box?.x ?? 0) - 42)).toBeLessThan(6);
    expect(await page.getByRole("menuitem", { name: /^Open/ }).count()).toBe(1);
    await page.keyboard.press("Escape");
    await menu.waitFor({ state: "detached" });
    const focused = 'document.activeElement.closest(".react-flow__node")?.getAttribute("data-id")';
    await expect.poll(() => page.evaluate(focused)).toBe(await node.getAttribute("data-id"));
    await editor.canvas.click({ button: "right", position: { x: 200, y: 80 } });
    await page.getByRole("menuitem", { name: /^Select all/ }).click();
    await page.getByRole("toolbar", { name: "Selection" }).waitFor();
  });
});

it("keys that are pressed before the editor's actions are loaded are not lost", async () => {
  const { page } = await openEditor();
  await page.addInitScript("window.requestIdleCallback = () => 0");
  await page.reload();
  await page.locator(".react-flow__node").first().waitFor();
  const { release, asked } = await holdScripts(page);
  await page.keyboard.press("Control+k");
  await asked;
  expect(await page.getByRole("dialog").count()).toBe(0);
  release();
  await page.getByRole("dialog").waitFor();
});

it("the view is chosen with the arrows, and the editor's keys work from there", async () => {
  const { page } = await openEditor();
  await page.getByRole("radio", { name: "Canvas", exact: true }).focus();
  await page.keyboard.press("ArrowRight");
  await page.locator(".monaco-editor .view-line").first().waitFor();
  expect(await page.getByRole("radio", { name: "Both", exact: true }).isChecked()).toBe(true);
  await page.getByRole("radio", { name: "Both", exact: true }).focus();
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").waitFor();
});
