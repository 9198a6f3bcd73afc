import type { Page } from "playwright-core";
import { describe, it } from "vitest";
import { enter, openBrowser, takePicture, useBrowser } from "./browser.ts";
import { EditorPage } from "./editor.ts";
import { findViolations } from "./find-violations.ts";

useBrowser();

interface Screen {
  readonly name: string;
  /** Where it can be had only on one: what needs a keyboard, or room. */
  readonly device?: "a desk";
  /** In the workspace `w`, whose example is `example`. */
  readonly path: (w: string, example: string) => string;
  /** Brings the page to what the picture is of. */
  readonly prepare: (page: Page) => Promise<unknown>;
}

const heading = (name: string) => (page: Page) => page.getByRole("heading", { name, exact: true }).waitFor();
const settings = (section: string, title: string): Screen => ({
  name: `settings-${section}`,
  path: (w) => `/w/${w}/settings/${section}`,
  prepare: heading(title),
});

async function openFromMenu(page: Page, entry: string): Promise<void> {
  await page.locator(".react-flow__node").first().waitFor();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: entry, exact: true }).click();
  await page.getByRole("complementary", { name: "Details" }).waitFor();
}

const SCREENS: readonly Screen[] = [
  { name: "editor", path: (_w, example) => example, prepare: (page) => page.locator(".react-flow__node").first().waitFor() },
  {
    name: "editor-node",
    path: (_w, example) => example,
    async prepare(page) {
      await page.locator(".react-flow__node").nth(1).click();
      await page.getByRole("tab", { name: "Settings" }).waitFor();
    },
  },
  {
    name: "editor-ask",
    path: (_w, example) => example,
    async prepare(page) {
      await page.locator(".react-flow__node").first().waitFor();
      await page.getByRole("button", { name: "Ask", exact: true }).click();
      await page.getByRole("textbox", { name: /^What should/ }).waitFor();
    },
  },
  {
    name: "editor-palette",
    device: "a desk",
    path: (_w, example) => example,
    async prepare(page) {
      await page.locator(".react-flow__node").first().waitFor();
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "editor-keys",
    device: "a desk",
    path: (_w, example) => example,
    async prepare(page) {
      await page.locator(".react-flow__node").first().waitFor();
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "editor-run",
    path: (_w, example) => example,
    async prepare(page) {
      await page.getByRole("button", { name: "Run", exact: true }).click();
      const runs = page.getByRole("region", { name: "Input and runs" });
      await runs
        .getByText(/^(?:Done|Failed|Waiting)$/)
        .first()
        .waitFor();
    },
  },
  {
    name: "editor-trigger",
    path: (_w, example) => example,
    prepare: (page) => openFromMenu(page, "Trigger"),
  },
  {
    name: "editor-versions",
    path: (_w, example) => example,
    prepare: (page) => openFromMenu(page, "Versions"),
  },
  {
    name: "editor-code",
    device: "a desk",
    path: (_w, example) => example,
    async prepare(page) {
      await new EditorPage(page).show("Both");
      await page.locator(".monaco-editor .view-line").first().waitFor();
    },
  },
  {
    name: "editor-publish",
    device: "a desk",
    path: (_w, example) => example,
    async prepare(page) {
      await page.getByRole("button", { name: "Publish", exact: true }).click();
      await page.getByRole("dialog", { name: /^Publish/ }).waitFor();
    },
  },
  { name: "workflows", path: (w) => `/w/${w}`, prepare: (page) => page.getByRole("table").waitFor() },
  { name: "templates", path: (w) => `/w/${w}/templates`, prepare: (page) => page.getByRole("listitem").first().waitFor() },
  { name: "runs", path: (w) => `/w/${w}/runs`, prepare: heading("Runs") },
  {
    name: "run-page",
    path: (w) => `/w/${w}/runs`,
    async prepare(page) {
      // The one that `editor-run` has made.
      await page.locator('a[href*="/runs/run_"]').first().click();
      await page.getByRole("tree").getByRole("treeitem").first().waitFor();
    },
  },
  settings("profile", "Profile"),
  settings("security", "Security"),
  settings("workspace", "Workspace"),
  settings("members", "Members"),
  settings("keys", "API keys"),
  settings("connections", "Connections"),
  settings("variables", "Variables"),
  {
    name: "settings-ai",
    path: (w) => `/w/${w}/settings/ai`,
    async prepare(page) {
      await page.getByRole("combobox", { name: "Provider" }).waitFor();
      await page.getByText("No model was asked in this time.").waitFor();
    },
  },
  settings("audit", "Audit log"),
  { name: "sign-in", path: () => "/sign-in", prepare: heading("Sign in") },
  { name: "sign-up", path: () => "/sign-up", prepare: heading("Create your account") },
  { name: "forgot-password", path: () => "/forgot-password", prepare: heading("Reset your password") },
  { name: "nothing-here", path: () => "/w/wsp_nobody", prepare: heading("There is nothing here") },
];

// Side by side: nothing here is about time. Each begins in one theme and changes to the other and back on the open page.
describe.concurrent.each([
  ["a desk", { width: 1440, height: 900 }, "light"],
  ["a phone", { width: 390, height: 844 }, "dark"],
] as const)("on %s", (device, viewport, first) => {
  it("no page breaks a rule of accessibility in either theme", async ({ expect }) => {
    const { page } = await openBrowser({ colorScheme: first, viewport, reducedMotion: "reduce" });
    const workspace = await enter(page);
    const example = new URL(page.url()).pathname;
    await new EditorPage(page).skipTour();
    const found: string[] = [];
    let theme: "light" | "dark" = first;
    for (const { name, device: only = device, path, prepare } of SCREENS) {
      if (only !== device) continue;
      await page.goto(path(workspace, example));
      await prepare(page);
      // What is loaded after the first drawing; a page that follows runs is never idle.
      await page.waitForTimeout(1_000);
      const look = async (): Promise<void> => {
        await takePicture(page, `${name}-${theme}${device === "a phone" ? "-phone" : ""}`);
        found.push(...(await findViolations(page)).map((violation) => `${name}, ${theme}: ${violation}`));
      };
      await look();
      theme = theme === "light" ? "dark" : "light";
      await page.emulateMedia({ colorScheme: theme });
      // Colours pass into one another for 120 ms.
      await page.waitForTimeout(200);
      await look();
    }
    expect(found).toEqual([]);
  });
});
