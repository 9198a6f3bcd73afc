import { expect, it } from "vitest";
import { enter, openBrowser, takePicture, useBrowser } from "./browser.ts";
import { EditorPage } from "./editor.ts";

useBrowser();

it("publishes a draft with what it changes in sight, and brings the former version back", async () => {
  const { page, problems } = await openBrowser();
  await enter(page);
  const editor = new EditorPage(page);
  await editor.skipTour();
  await page.getByText("Live v1", { exact: true }).waitFor();
  await editor.node("Fetch the order").click();
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Get the order");
  await page.keyboard.press("Enter");
  await editor.node("Get the order").waitFor();
  await editor.saved();

  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Publish over version 1" });
  await dialog.getByText("Changed").first().waitFor();
  await dialog.getByRole("textbox", { name: "Note" }).fill("A better name");
  await takePicture(page, "publish");
  await dialog.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByText("Version 2 is live").first().waitFor();
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByText("Live v2", { exact: true }).waitFor();

  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Versions" }).click();
  await page.keyboard.press("Escape");
  await expect.poll(() => page.getByText("A better name").count()).toBeGreaterThan(0);
  expect(problems).toEqual([]);
});
