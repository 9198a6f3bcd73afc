import { describe, expect, it } from "vitest";
import { findDetour } from "./route-edge.ts";

const box = (x: number, y: number) => ({ x, y, width: 220, height: 64 });

describe("findDetour", () => {
  it("has none where nothing is in the way", () => {
    expect(findDetour({ x: 0, y: 0 }, { x: 600, y: 0 }, [box(200, 100)])).toBeUndefined();
  });

  it("goes round the nearer side of what is in the way", () => {
    expect(findDetour({ x: 0, y: 40 }, { x: 600, y: 40 }, [box(200, 0)])).toEqual({ left: 176, right: 444, y: 88 });
    expect(findDetour({ x: 0, y: 10 }, { x: 600, y: 10 }, [box(200, 0)])).toEqual({ left: 176, right: 444, y: -24 });
  });

  it("goes round all of a column", () => {
    expect(findDetour({ x: 0, y: 40 }, { x: 600, y: 40 }, [box(200, 0), box(200, 90)])).toEqual({ left: 176, right: 444, y: -24 });
  });

  it("minds only what stands between its ends", () => {
    expect(findDetour({ x: 0, y: 0 }, { x: 600, y: 0 }, [box(-220, -30), box(600, -30)])).toBeUndefined();
  });
});
