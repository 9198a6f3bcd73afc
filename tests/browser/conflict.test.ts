import { expect, it } from "vitest";
import { enter, openBrowser, useBrowser } from "./browser.ts";
import { EditorPage } from "./editor.ts";

useBrowser();

it("merges what two windows change apart, and asks when both change the same", async () => {
  const { context, page } = await openBrowser();
  await enter(page);
  const first = new EditorPage(page);
  await first.skipTour();
  const other = await context.newPage();
  await other.goto(page.url());
  const second = new EditorPage(other);
  await second.node("Trigger").waitFor();

  await page.getByRole("textbox", { name: "Title" }).first().fill("Named here");
  await first.saved();
  await other.getByLabel("Description").fill("Described there");
  await second.saved();
  await expect.poll(() => other.getByRole("textbox", { name: "Title" }).first().inputValue()).toBe("Named here");
  await page.bringToFront();
  await expect.poll(() => page.getByLabel("Description").inputValue()).toBe("Described there");

  // The same field, while neither hears of the other.
  await context.setOffline(true);
  await page.getByRole("textbox", { name: "Title" }).first().fill("Mine");
  await page.locator('[data-save-state="offline"]').waitFor();
  await other.getByRole("textbox", { name: "Title" }).first().fill("Theirs");
  await other.locator('[data-save-state="offline"]').waitFor();
  await context.setOffline(false);
  const asks = Promise.race(
    [page, other].map(async (tab) => {
      await tab.getByRole("dialog", { name: "Somebody else changed the same" }).waitFor();
      return tab;
    }),
  );
  const asking = await asks;
  const dialog = asking.getByRole("dialog", { name: "Somebody else changed the same" });
  expect(await dialog.innerText()).toMatch(/Mine[\s\S]*Theirs|Theirs[\s\S]*Mine/);
  await dialog.getByRole("button", { name: "Keep all of mine" }).click();
  await asking.locator('[data-save-state="saved"]').waitFor();
  const kept = await asking.getByRole("textbox", { name: "Title" }).first().inputValue();
  await expect.poll(() => page.getByRole("textbox", { name: "Title" }).first().inputValue()).toBe(kept);
});
