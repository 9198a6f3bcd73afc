import type { CDPSession, Page } from "playwright-core";

/** Milliseconds of main-thread work in each frame while something went on: scripts, style and layout; painting is not counted. */
export interface FrameWork {
  readonly median: number;
  readonly worst: number;
  readonly frames: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  /** Of the thread: microseconds that it ran, so that a machine with other work to do measures the same. */
  readonly tts?: number;
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
}

/** What counts as work: what runs, and what the browser computes because of it. One that contains another counts once. */
const WORK = new Set(
  "EventDispatch FunctionCall EvaluateScript v8.evaluateModule FireAnimationFrame TimerFire RunMicrotasks UpdateLayoutTree Layout IntersectionObserverController::computeIntersections V8.GCScavenger V8.GC_MC_INCREMENTAL MinorGC MajorGC".split(
    " ",
  ),
);

/** Traces the page while `act` goes on. */
export async function measureFrames(page: Page, act: () => Promise<void>): Promise<FrameWork> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  // Chrome's protocol does not type what it collects.
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    categories: "devtools.timeline,devtools.timeline.frame,disabled-by-default-devtools.timeline,v8",
  });
  await act();
  await stopTracing(session);
  await session.detach();
  return readFrames(events);
}

async function stopTracing(session: CDPSession): Promise<void> {
  const done = new Promise<void>((resolve) => session.once("Tracing.tracingComplete", () => resolve()));
  await session.send("Tracing.end");
  await done;
}

function readFrames(events: readonly TraceEvent[]): FrameWork {
  const threads = events.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain");
  const busiest = threads
    .map((thread) => events.filter(({ pid, tid, name, ph }) => pid === thread.pid && tid === thread.tid && ph === "X" && WORK.has(name)))
    .sort((a, b) => b.length - a.length)[0];
  const main = threads.find(({ pid, tid }) => busiest?.[0]?.pid === pid && busiest[0].tid === tid);
  const starts = events
    // A frame of the main thread ends by handing over what is to be drawn.
    .filter(({ name, ph, pid, tid }) => name === "Commit" && ph === "X" && pid === main?.pid && tid === main.tid)
    .map(({ tts = 0 }) => tts)
    .sort((a, b) => a - b);
  const spans = joinSpans(busiest ?? []);
  const work = starts.slice(1).map((end, at) => {
    const start = starts[at] ?? end;
    return spans.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, end) - Math.max(from, start)), 0) / 1_000;
  });
  const active = work.filter((ms) => ms > 0.05).sort((a, b) => a - b);
  return { median: active[Math.floor(active.length / 2)] ?? 0, worst: active.at(-1) ?? 0, frames: active.length };
}

/** Overlapping spans as one, in microseconds. */
function joinSpans(events: readonly TraceEvent[]): [number, number][] {
  const joined: [number, number][] = [];
  for (const { tts = 0, tdur = 0 } of [...events].sort((a, b) => (a.tts ?? 0) - (b.tts ?? 0))) {
    const last = joined.at(-1);
    if (last && tts <= last[1]) last[1] = Math.max(last[1], tts + tdur);
    else joined.push([tts, tts + tdur]);
  }
  return joined;
}

/** The movements of figure A6, each about two seconds: pan by wheel, pan by Space, zoom, drag a node. */
export type Movement = "pan" | "grab" | "zoom" | "drag";

export async function moveOnCanvas(page: Page, what: Movement): Promise<void> {
  const size = page.viewportSize() ?? { width: 1_280, height: 800 };
  const middle = { x: size.width / 2, y: size.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  switch (what) {
    case "pan":
      for (let step = 0; step < 60; step++) await page.mouse.wheel(step < 30 ? 40 : -40, step % 20 < 10 ? 30 : -30);
      return;
    case "grab":
      await page.keyboard.down("Space");
      await page.mouse.down();
      for (let step = 0; step < 60; step++)
        await page.mouse.move(middle.x + 300 * Math.sin(step / 10), middle.y + 200 * Math.cos(step / 10) - 200);
      await page.mouse.up();
      await page.keyboard.up("Space");
      return;
    case "zoom":
      await page.keyboard.down("Control");
      for (let step = 0; step < 60; step++) await page.mouse.wheel(0, step < 30 ? 40 : -40);
      await page.keyboard.up("Control");
      return;
    case "drag": {
      const handle = await page.locator(".react-flow__node-card").nth(5).boundingBox();
      if (!handle) throw new Error("No node is in sight to be dragged.");
      const from = { x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 };
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      for (let step = 0; step < 60; step++) await page.mouse.move(from.x + 150 * Math.sin(step / 8), from.y + 100 * Math.sin(step / 5));
      await page.mouse.up();
      return;
    }
  }
}
