import { brotliCompressSync } from "node:zlib";
import { expect, it } from "vitest";
import { enter, openBrowser, useBrowser } from "./browser.ts";

useBrowser();

/** Compressed JavaScript that the editor loads before its canvas is there, in bytes; React and Next take half of it. */
const MOST_BYTES = 250_000;
/** From the navigation to the first node on the canvas, in milliseconds. */
const LATEST_MS = 2_000;

interface Loaded {
  readonly shownAt: number;
  readonly scripts: readonly { readonly url: string; readonly startedAt: number }[];
}

it("shows the canvas within two seconds, and loads at most 250 kB of JavaScript for it", async () => {
  const { page } = await openBrowser();
  await enter(page);
  const address = page.url();
  const bodies = new Map<string, Buffer>();
  page.on("response", (response) => {
    if (/\.js(?:\?|$)/.test(response.url()))
      void response.body().then(
        (body) => bodies.set(response.url(), body),
        () => undefined,
      );
  });
  await page.addInitScript(`new MutationObserver((_, observer) => {
    if (!document.querySelector(".react-flow__node")) return;
    window.shownAt = performance.now();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });`);
  await page.goto(address);
  await page.locator(".react-flow__node").first().waitFor();
  await page.waitForLoadState("networkidle");
  const { shownAt, scripts } = await page.evaluate<Loaded>(`({
    shownAt: window.shownAt,
    scripts: performance.getEntriesByType("resource").filter(({ name }) => /\\.js(\\?|$)/.test(name)).map(({ name, startTime }) => ({ url: name, startedAt: startTime })),
  })`);
  const [first] = scripts;
  // What the page itself asks for, all at once; what comes later the canvas does not wait for.
  const needed = scripts.filter(({ startedAt }) => startedAt < (first?.startedAt ?? 0) + 100);
  const bytes = needed.reduce((sum, { url }) => sum + brotliCompressSync(bodies.get(url) ?? "").length, 0);
  console.log(
    `Editor: ${Math.round(bytes / 1000)} kB of JavaScript in ${needed.length} files, first node after ${Math.round(shownAt)} ms.`,
  );
  expect(needed.length).toBeGreaterThan(3);
  expect(bytes).toBeLessThan(MOST_BYTES);
  expect(shownAt).toBeLessThan(LATEST_MS);
});
