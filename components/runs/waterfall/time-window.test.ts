import { describe, expect, it } from "vitest";
import { panBy, selectWindow, ticksOf, zoomTo } from "./time-window.ts";

describe("ticksOf", () => {
  it("stands at round instants, far enough apart, named from the start", () => {
    expect(ticksOf({ from: 1_000, to: 2_000 }, 1_000, 0.25)).toEqual([
      { at: 0, label: "0" },
      { at: 0.5, label: "500 ms" },
      { at: 1, label: "1 s" },
    ]);
  });
  it("stays round when the window starts somewhere else", () => {
    expect(ticksOf({ from: 1_330, to: 1_430 }, 1_000, 0.3)).toEqual([
      { at: 0.2, label: "350 ms" },
      { at: 0.7, label: "400 ms" },
    ]);
  });
  it("counts long waits in minutes, hours and days", () => {
    expect(ticksOf({ from: 0, to: 600_000 }, 0, 0.4).map((tick) => tick.label)).toEqual(["0", "5m", "10m"]);
    expect(ticksOf({ from: 0, to: 9 * 86_400_000 }, 0, 0.3).map((tick) => tick.label)).toEqual(["0", "3d 0h", "6d 0h", "9d 0h"]);
  });
});

describe("zoomTo", () => {
  const whole = { from: 0, to: 1_000 };
  it("keeps the instant under the pointer where it is", () => {
    expect(zoomTo(whole, whole, 0.5, 250)).toEqual({ from: 125, to: 625 });
  });
  it("never shows more than the whole", () => {
    expect(zoomTo({ from: 100, to: 600 }, whole, 4, 200)).toEqual(whole);
    expect(zoomTo({ from: 0, to: 400 }, whole, 1.5, 400)).toEqual({ from: 0, to: 600 });
  });
  it("never comes closer than a millisecond", () => {
    expect(zoomTo({ from: 10, to: 12 }, whole, 0.01, 11)).toEqual({ from: 10.5, to: 11.5 });
  });
});

describe("panBy", () => {
  it("stops at the ends", () => {
    const whole = { from: 0, to: 1_000 };
    expect(panBy({ from: 100, to: 300 }, whole, -500)).toEqual({ from: 0, to: 200 });
    expect(panBy({ from: 700, to: 900 }, whole, 500)).toEqual({ from: 800, to: 1_000 });
  });
});

describe("selectWindow", () => {
  it("takes what was dragged over, in either direction", () => {
    expect(selectWindow({ from: 1_000, to: 2_000 }, 0.75, 0.25)).toEqual({ from: 1_250, to: 1_750 });
  });
  it("takes a click for no choice", () => {
    expect(selectWindow({ from: 1_000, to: 2_000 }, 0.5, 0.501)).toBeUndefined();
  });
});
