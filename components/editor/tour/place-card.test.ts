import { expect, it } from "vitest";
import { placeCard } from "./place-card.ts";

const card = { width: 300, height: 160 };
const screen = { width: 1440, height: 900 };

it("stands below what it is about, in the middle of it", () => {
  const target = { left: 600, top: 10, width: 100, height: 30 };
  expect(placeCard(target, card, screen)).toEqual({ left: 500, top: 54, ring: target });
});

it("stays on the screen beside what is at its edge", () => {
  expect(placeCard({ left: 1400, top: 10, width: 40, height: 30 }, card, screen).left).toBe(1126);
});

it("stands above what is at the bottom", () => {
  expect(placeCard({ left: 600, top: 850, width: 100, height: 30 }, card, screen).top).toBe(676);
});

it("stands on what fills the screen, without a frame around it", () => {
  expect(placeCard({ left: 0, top: 48, width: 1060, height: 852 }, card, screen)).toEqual({ left: 28, top: 670, ring: undefined });
});

it("stands in the middle when there is nothing to point at", () => {
  expect(placeCard(undefined, card, screen)).toEqual({ left: 570, top: 370, ring: undefined });
});
