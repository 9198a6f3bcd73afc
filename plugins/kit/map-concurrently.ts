/**
 * Runs `fn` for every item, at most `limit` at a time, and gives the results in the items' order.
 * The first failure is thrown and no further item is started. Items start in order, so a replay starts the same ones.
 */
// Over the array's own type, since `any` must give items of type `any`: data of unknown shape is loose.
// oxlint-disable-next-line typescript/no-explicit-any
export async function mapConcurrently<Items extends readonly any[], Result>(
  items: Items,
  limit: number,
  fn: (item: Items[number], index: number) => Promise<Result>,
): Promise<Result[]> {
  if (!Array.isArray(items)) throw new TypeError(`The items of a loop must be an array, not ${describe(items)}.`);
  const lanes = Math.min(Math.floor(Number(limit)), items.length);
  if (!(Number(limit) >= 1)) throw new RangeError(`The concurrency of a loop must be 1 or more, not ${String(limit)}.`);
  const results = Array.from<Result>({ length: items.length });
  let next = 0;
  let failed = false;
  const work = async (): Promise<void> => {
    while (next < items.length && !failed) {
      const index = next++;
      try {
        results[index] = await fn(items[index], index);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  return results;
}

function describe(value: unknown): string {
  return value === null ? "null" : typeof value;
}
