/** One page of a list: its entries, and where the next one begins, if there is one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string | undefined;
}

const MOST_PAGES = 1_000;

/** The first `limit` entries of a list that a service gives page by page; `read` gets the cursor and how many entries are still wanted. */
export async function collectPages<Item>(
  limit: number,
  read: (cursor: string | undefined, wanted: number) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await read(cursor, limit - items.length);
    items.push(...page.items);
    // A cursor that stays the same would never end.
    if (items.length >= limit || page.next === undefined || page.next === "" || page.next === cursor) break;
    cursor = page.next;
  }
  return items.slice(0, limit);
}
