import { expect, it } from "vitest";
import { collectPages } from "./collect-pages.ts";

it("reads page after page until it has enough, and says how many are still wanted", async () => {
  const asked: unknown[] = [];
  const items = await collectPages(5, async (cursor, wanted) => {
    asked.push([cursor, wanted]);
    const from = Number(cursor ?? 0);
    return { items: [from, from + 1], next: String(from + 2) };
  });
  expect(items).toEqual([0, 1, 2, 3, 4]);
  expect(asked).toEqual([
    [undefined, 5],
    ["2", 3],
    ["4", 1],
  ]);
});

it("ends with the last page, and with a service that repeats its cursor", async () => {
  expect(await collectPages(9, async () => ({ items: [1] }))).toEqual([1]);
  expect(await collectPages(9, async () => ({ items: [1], next: "same" }))).toEqual([1, 1]);
});
