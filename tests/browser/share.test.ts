import { expect, inject, it } from "vitest";
import { enter, openBrowser, useBrowser } from "./browser.ts";
import { EditorPage } from "./editor.ts";

useBrowser();

it("shows a shared workflow to a stranger who has the link, until the link is revoked", async () => {
  const { page, problems } = await openBrowser();
  const workspace = await enter(page);
  const editor = new EditorPage(page);
  await editor.skipTour();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Share a read-only view" }).click();
  await page.getByRole("button", { name: "Make a link" }).click();
  const url = await page.getByRole("textbox", { name: "Share a read-only view" }).inputValue();
  expect(url).toContain(`${inject("site")}/share/`);

  const stranger = await openBrowser();
  await stranger.page.goto(url);
  await new EditorPage(stranger.page).node("Trigger").waitFor();
  await stranger.page.getByRole("radio", { name: "Code" }).click();
  expect(await stranger.page.getByRole("textbox", { name: "Code" }).inputValue()).toContain('"use workflow"');
  // The link opens this view and nothing else.
  expect((await stranger.page.request.get("/api/documents", { headers: { "x-weft-workspace": workspace } })).status()).toBe(401);

  await page.getByRole("button", { name: "Revoke" }).click();
  await page.getByText("There is no link yet.").waitFor();
  expect((await stranger.page.goto(url))?.status()).toBe(404);
  expect(problems).toEqual([]);
});
