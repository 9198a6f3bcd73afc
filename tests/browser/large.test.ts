import type { Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import { type FrameWork, measureFrames, type Movement, moveOnCanvas } from "../../bench/canvas-trace.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import { enter, openBrowser, useBrowser } from "./browser.ts";
import { EditorPage } from "./editor.ts";

useBrowser();

/** Main-thread work in a frame of a thousand nodes, in milliseconds. */
const MEDIAN_MS = 8;
const WORST_MS = 50;
const COLUMNS = 40;

/** A thousand nodes: forty rows of pure steps from one trigger. */
function makeLarge(): Graph {
  const nodes: Graph["nodes"] = [{ id: "start", kind: "trigger", config: { on: "manual" }, position: { x: 0, y: 0 } }];
  const edges: Graph["edges"] = [];
  for (let at = 0; at < 999; at++) {
    const [row, column] = [Math.floor(at / COLUMNS), at % COLUMNS];
    nodes.push({ id: `n${at}`, kind: "control.set", config: { fields: { at } }, position: { x: 280 * (column + 1), y: 140 * row } });
    edges.push({ id: `e${at}`, source: column === 0 ? "start" : `n${at - 1}`, target: `n${at}` });
  }
  return { weft: 1, name: "large", title: "A thousand nodes", nodes, edges };
}

it("pans, zooms and drags among a thousand nodes without stuttering", async () => {
  const { page } = await openBrowser();
  const workspace = await enter(page);
  const editor = new EditorPage(page);
  await editor.skipTour();
  const answer = await page.request.post("/api/documents", {
    headers: { "x-weft-workspace": workspace, origin: inject("site") },
    data: { graph: makeLarge() },
  });
  const { id } = (await answer.json()) as { id: string };
  await page.goto(`/w/${workspace}/workflows/${id}`);
  await editor.node("Trigger").waitFor();
  // What loads after the canvas has loaded, and types were checked.
  await page.waitForTimeout(6_000);
  for (const movement of ["pan", "grab", "zoom", "drag"] as const) {
    const { median, worst, frames } = await measureCalmly(page, movement);
    expect(frames).toBeGreaterThan(10);
    expect(median).toBeLessThanOrEqual(MEDIAN_MS);
    expect(worst).toBeLessThanOrEqual(WORST_MS);
  }
});

/** Up to three tries, each of them told: what the page does itself it does in all of them, what the machine does beside it in some. */
async function measureCalmly(page: Page, movement: Movement): Promise<FrameWork> {
  for (let tries = 1; ; tries++) {
    const work = await measureFrames(page, () => moveOnCanvas(page, movement));
    console.log(`${movement}: median ${work.median.toFixed(1)} ms, worst ${work.worst.toFixed(1)} ms, ${work.frames} frames`);
    expect(work.worst).toBeLessThanOrEqual(2 * WORST_MS);
    if (tries === 3 || (work.median <= MEDIAN_MS && work.worst <= WORST_MS)) return work;
  }
}
