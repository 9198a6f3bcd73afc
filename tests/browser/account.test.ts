import { expect, it } from "vitest";
import { enter, openBrowser, useBrowser } from "./browser.ts";
import { EditorPage } from "./editor.ts";

useBrowser();

it("keeps a guest's workspace when the guest signs up, and finds it again after signing in elsewhere", async () => {
  const { page, problems } = await openBrowser();
  const workspace = await enter(page);
  await new EditorPage(page).skipTour();
  const email = `ada-${workspace.toLowerCase().replaceAll("_", "-")}@example.com`;
  const password = "looms and threads 1834";

  await page.goto("/sign-up");
  await page.getByText("What you have made as a guest comes along.").waitFor();
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("short");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.waitForURL(/\/w\/wsp_/);
  expect(page.url()).toContain(workspace);

  const elsewhere = await openBrowser();
  await elsewhere.page.goto("/sign-in");
  await elsewhere.page.getByLabel("E-mail").fill(email);
  await elsewhere.page.getByLabel("Password").fill("not the password 1");
  await elsewhere.page.getByRole("button", { name: "Sign in", exact: true }).click();
  await elsewhere.page
    .getByRole("alert")
    .filter({ hasText: /password/i })
    .waitFor();
  await elsewhere.page.getByLabel("Password").fill(password);
  await elsewhere.page.getByRole("button", { name: "Sign in", exact: true }).click();
  await elsewhere.page.waitForURL(/\/w\/wsp_/);
  expect(elsewhere.page.url()).toContain(workspace);

  // A stranger's browser sees nothing of it.
  const stranger = await openBrowser();
  expect(await enter(stranger.page)).not.toBe(workspace);
  const answer = await stranger.page.goto(`/w/${workspace}`);
  expect(answer?.status()).toBe(404);
  expect(problems).toEqual([]);
});
