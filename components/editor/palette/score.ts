/** What can be found: what it is called, what it belongs to, what else describes it. */
export interface Findable {
  readonly label: string;
  /** The service, or the group of a command. */
  readonly group: string;
  /** Other words it is found by. */
  readonly keywords: string;
  readonly description: string;
}

interface Prepared {
  readonly label: string;
  readonly group: string;
  readonly keywords: string;
  readonly description: string;
  /** How many words of the label say something. */
  readonly length: number;
}

const SMALL = new Set("a an the to of in on for with and or one".split(" "));

const prepared = new WeakMap<Findable, Prepared>();

function prepare(item: Findable): Prepared {
  let known = prepared.get(item);
  if (!known) {
    known = {
      label: fold(item.label),
      group: fold(item.group),
      keywords: fold(item.keywords),
      description: fold(item.description),
      length: fold(item.label)
        .split(/[^a-z0-9]+/)
        .filter((word) => word !== "" && !SMALL.has(word)).length,
    };
    prepared.set(item, known);
  }
  return known;
}

function fold(text: string): string {
  return text.toLowerCase().normalize("NFKD").replaceAll(/[̀-ͯ]/g, "");
}

/** The words of a query, as `scoreItem` takes them. */
export function readQuery(query: string): readonly string[] {
  return fold(query)
    .split(/[\s.:/]+/)
    .filter((word) => word !== "");
}

/** How well an item answers a query, 0 when it does not: every word must be found, best at the start of a word of the label. */
export function scoreItem(item: Findable, words: readonly string[]): number {
  const { label, group, keywords, description, length } = prepare(item);
  let score = 0;
  let inLabel = 0;
  for (const word of words) {
    const byLabel = scoreWord(label, word, 10);
    const best = Math.max(
      byLabel,
      scoreWord(group, word, 9),
      scoreWord(keywords, word, 6),
      description.includes(word) ? 1.5 : 0,
      isSpread(label, word) ? 1 : 0,
    );
    if (best === 0) return 0;
    if (byLabel > 0) inLabel += 1;
    score += best;
  }
  // Of two that fit alike, the one that says less besides.
  return Math.max(0.1, score - 0.3 * Math.max(0, length - inLabel));
}

function scoreWord(text: string, word: string, weight: number): number {
  const at = text.indexOf(word);
  if (at < 0) return 0;
  if (at === 0) return weight * (text.length === word.length ? 1.2 : 1.1);
  if (startsWord(text, at)) return weight;
  // A later place may start a word where the first did not.
  for (let next = text.indexOf(word, at + 1); next >= 0; next = text.indexOf(word, next + 1)) if (startsWord(text, next)) return weight;
  return weight * 0.35;
}

function startsWord(text: string, at: number): boolean {
  return !/[a-z0-9]/.test(text.charAt(at - 1));
}

/** Whether the letters of a word follow one another in a text, from the start of one of its words: `snm` in `send a new message`. */
function isSpread(text: string, word: string): boolean {
  if (word.length < 2) return false;
  let at = 0;
  for (const [place, letter] of [...word].entries()) {
    at = text.indexOf(letter, at);
    if (place === 0) while (at > 0 && !startsWord(text, at)) at = text.indexOf(letter, at + 1);
    if (at < 0) return false;
    at += 1;
  }
  return true;
}

/** The items that answer a query, best first; those used lately win against others that fit as well. */
export function findItems<Item extends Findable>(
  items: readonly Item[],
  query: string,
  bonus: (item: Item) => number,
  most: number,
): readonly Item[] {
  const words = readQuery(query);
  if (words.length === 0) return items.slice(0, most);
  const scored: { readonly item: Item; readonly score: number; readonly place: number }[] = [];
  for (const [place, item] of items.entries()) {
    const score = scoreItem(item, words);
    if (score > 0) scored.push({ item, score: score + bonus(item), place });
  }
  scored.sort((a, b) => b.score - a.score || a.place - b.place);
  return scored.slice(0, most).map(({ item }) => item);
}
