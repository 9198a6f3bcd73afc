import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";

/** Pictures of every screen, made anew by each run. */
export const SCREENS = join(import.meta.dirname, "screens");
/** How long anything on a page may take to appear, in milliseconds: the machine may be busy. */
const PATIENCE_MS = 20_000;

let browser: Browser;

/** Opens a browser for the tests of a file, and closes it and all its windows after them. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: inject("chromium"),
      args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
    });
    await mkdir(SCREENS, { recursive: true });
  });
  afterAll(() => browser.close());
}

/** A stranger's browser: no cookies, nothing stored. What its pages log as errors fails whoever asks for `problems`. */
export async function openBrowser(
  options: BrowserContextOptions = {},
): Promise<{ context: BrowserContext; page: Page; problems: string[] }> {
  const context = await browser.newContext({ baseURL: inject("site"), viewport: { width: 1440, height: 900 }, ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const problems: string[] = [];
  const page = await context.newPage();
  page.on("pageerror", (error) => problems.push(`${error.name}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  return { context, page, problems };
}

/** Opens the front page as a stranger, which ends in the editor on an example; gives the workspace's id. */
export async function enter(page: Page): Promise<string> {
  await page.goto("/");
  await page.waitForURL(/\/w\/wsp_[^/]+\/workflows\/wfl_/);
  return /\/w\/([^/]+)/.exec(page.url())?.[1] ?? "";
}

/** Saves what the page shows, once nothing moves any more. */
export async function takePicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(SCREENS, `${name}.png`), animations: "disabled", caret: "hide" });
}
