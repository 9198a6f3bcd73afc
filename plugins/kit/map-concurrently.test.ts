import { setTimeout as delay } from "node:timers/promises";
import { expect, it } from "vitest";
import { mapConcurrently } from "./map-concurrently.ts";

it("keeps the items' order, whichever finishes first", async () => {
  const results = await mapConcurrently([30, 1, 15], 3, async (ms, index) => {
    await delay(ms);
    return [index, ms];
  });
  expect(results).toEqual([
    [0, 30],
    [1, 1],
    [2, 15],
  ]);
});

it("never runs more than its limit at once, and starts items in order", async () => {
  let running = 0;
  let most = 0;
  const started: number[] = [];
  await mapConcurrently([0, 1, 2, 3, 4, 5, 6], 3, async (item) => {
    started.push(item);
    most = Math.max(most, ++running);
    await delay(item % 2 === 0 ? 8 : 2);
    running--;
  });
  expect(most).toBe(3);
  expect(started).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

it("throws the first failure and starts nothing after it", async () => {
  const started: number[] = [];
  const running = mapConcurrently([0, 1, 2, 3, 4], 2, async (item) => {
    started.push(item);
    await delay(5);
    if (item === 1) throw new Error("item 1 failed");
    await delay(10);
  });
  await expect(running).rejects.toThrow("item 1 failed");
  await delay(30);
  expect(started).toEqual([0, 1]);
});

it("gives an empty array for no items", async () => {
  expect(await mapConcurrently([], 5, async () => 1)).toEqual([]);
});

it.each([[0], [-1], [Number.NaN]])("refuses the limit %d", async (limit) => {
  await expect(mapConcurrently([1], limit, async () => 1)).rejects.toThrow("must be 1 or more");
});

it("says what it got instead of an array", async () => {
  await expect(mapConcurrently(null as unknown as [], 1, async () => 1)).rejects.toThrow("must be an array, not null");
});
