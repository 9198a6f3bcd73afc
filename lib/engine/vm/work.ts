/**
 * What a workflow's own code may compute between two of its steps. It runs in the server's process, where nothing can interrupt it, so
 * it counts its work itself: loops, callbacks, spreads and texts report here (see bundle.ts), and so do the methods that make much of
 * little. Counted, not timed: a replay meets the limit exactly where the first run did.
 */

/** About half a second, or 200 MB: a unit is an element of a list, or eight characters. */
const MOST_WORK = 25_000_000;
/** A loop's round or a callback's call. */
const TURN = 5;
const CHARACTERS_A_UNIT = 8;
/** Of a value that leaves the code for a step or as the result: characters, and eight for each member. */
const MOST_PASSED_ON = 32 * 1024 * 1024;
const DEEPEST = 1_000;

let spent = 0;

/** Counts work; throws a RangeError when it is more than a server allows. */
export function work(units: number): void {
  // Not a number when an argument was none: the method itself has something to say about that.
  if (units > 0) spent += units;
  if (spent > MOST_WORK)
    throw new RangeError("The workflow computes too much between two steps. Do heavy work in a code step, or on fewer items at a time.");
}

/** A step has come between. */
export function rested(): void {
  spent = 0;
}

export function turn(): void {
  work(TURN);
}

/** What is spread into a list, an object or a call. */
export function spread<T>(value: T): T {
  work(sizeOf(value));
  return value;
}

/** A text that was put together. */
export function text<T>(value: T): T {
  if (typeof value === "string" && value.length > 256) work(value.length / CHARACTERS_A_UNIT);
  return value;
}

function sizeOf(value: unknown): number {
  if (typeof value === "string" || Array.isArray(value)) return value.length;
  return typeof value === "object" && value !== null ? keysOf(value).length : 0;
}

const keysOf = Object.keys;

/** Gives a value back that is neither too large nor too deep to be written down, counting what it holds twice as two. Throws a RangeError otherwise. */
export function passOn<T>(value: T): T {
  let room = MOST_PASSED_ON;
  const measure = (part: unknown, depth: number): void => {
    room -= 8;
    if (typeof part === "string") room -= part.length;
    if (room < 0) throw new RangeError("The value is larger than the 32 MB that a workflow may pass on.");
    if (typeof part !== "object" || part === null) return;
    if (depth > DEEPEST) throw new RangeError(`The value is nested deeper than ${DEEPEST} levels.`);
    if (Array.isArray(part)) for (const item of part as unknown[]) measure(item, depth + 1);
    else
      for (const key of keysOf(part)) {
        room -= key.length;
        measure((part as Record<string, unknown>)[key], depth + 1);
      }
  };
  measure(value, 1);
  return value;
}

type Method = (this: unknown, ...args: unknown[]) => unknown;
type Cost = (self: never, args: never[], result: never) => number;

/** Replaces a method by one that counts what it costs: `before` it runs where it may make much of little, else after. */
function count(owner: object, names: string, costs: { before?: Cost; after?: Cost }): void {
  const methods = owner as Record<string, Method>;
  for (const name of names.split(" ")) {
    const original = methods[name];
    if (!original) continue;
    const { before, after } = costs;
    // A method's shorthand: neither it nor what it stands for can be constructed.
    const { counted } = {
      counted(this: unknown, ...args: unknown[]): unknown {
        if (before) work(before(this as never, args as never[], undefined as never));
        const result = Reflect.apply(original, this, args);
        if (after) work(after(this as never, args as never[], result as never));
        return result;
      },
    };
    Object.defineProperty(owner, name, { value: counted, writable: true, configurable: true, enumerable: false });
  }
}

const characters = (value: unknown): number => (typeof value === "string" ? value.length / CHARACTERS_A_UNIT : 0);
const ownText: Cost = (self: string) => characters(self);
const ownLength: Cost = (self: unknown[]) => self.length;

function countOf(string: string, part: string): number {
  if (part === "") return string.length + 1;
  let found = 0;
  for (let at = string.indexOf(part); at >= 0; at = string.indexOf(part, at + part.length)) found++;
  return found;
}

/** As many elements as flattening makes, counted while counting. */
function flatten(list: readonly unknown[], depth: number): number {
  work(TURN + list.length);
  if (depth >= 1) for (const item of list) if (Array.isArray(item)) flatten(item as unknown[], depth - 1);
  return 0;
}

/** Makes the language's own methods count, once, before a workflow's code runs. */
export function countMethods(): void {
  const { prototype: string } = String;
  const { prototype: array } = Array;
  count(string, "repeat", { before: (self: string, [times]: unknown[]) => characters(self) * Number(times) });
  count(string, "padStart padEnd", { before: (_self: string, [length]: unknown[]) => Number(length) / CHARACTERS_A_UNIT });
  count(string, "replace replaceAll", {
    before: (self: string, [part, by]: unknown[]) =>
      characters(self) + (typeof by === "string" ? countOf(self, String(part)) * characters(by) : 0),
    after: (_self: string, _args: unknown[], result: string) => characters(result),
  });
  count(string, "split", { before: (self: string) => self.length });
  count(string, "concat", { after: (_self: string, _args: unknown[], result: string) => characters(result) });
  count(
    string,
    "includes indexOf lastIndexOf isWellFormed toWellFormed toLowerCase toUpperCase toLocaleLowerCase toLocaleUpperCase trim trimEnd trimStart normalize localeCompare startsWith endsWith",
    { before: ownText },
  );
  count(
    array,
    "every filter find findIndex findLast findLastIndex map some reduce reduceRight slice with toReversed includes indexOf lastIndexOf",
    {
      before: ownLength,
    },
  );
  count(array, "toSpliced concat", {
    before: (self: unknown[], args: unknown[]) =>
      args.reduce((sum: number, arg) => sum + (Array.isArray(arg) ? arg.length : 1), self.length),
  });
  count(array, "toSorted", { before: (self: unknown[]) => self.length * (2 + Math.log2(self.length + 1)) });
  count(array, "flat", { before: (self: unknown[], [depth]: unknown[]) => flatten(self, depth === undefined ? 1 : Number(depth)) });
  count(array, "join", {
    before: (self: unknown[], [separator]: unknown[]) => TURN + self.length * (1 + characters(separator)),
    after: (_self: unknown[], _args: unknown[], result: string) => characters(result),
  });
  count(array, "toLocaleString", { before: ownLength });
  countFlatMap(array);
  count(Array, "from", {
    before: (_self: unknown, [list]: unknown[]) => Number((list as { length?: unknown } | null | undefined)?.length),
  });
  count(Object, "keys values entries", { after: (_self: unknown, _args: unknown[], result: unknown[]) => 2 * result.length });
  count(Object, "fromEntries groupBy", { before: (_self: unknown, [list]: unknown[]) => 4 * sizeOf(list) });
  count(JSON, "parse", { before: (_self: unknown, [json]: unknown[]) => sizeOf(json) });
  count(JSON, "stringify", {
    before: (_self: unknown, [value]: unknown[]) => (passOn(value), 0),
    after: (_self: unknown, _args: unknown[], result: unknown) => 4 * characters(result),
  });
  count(globalThis, "encodeURIComponent decodeURIComponent encodeURI decodeURI parseFloat parseInt", {
    before: (_self: unknown, [value]: unknown[]) => characters(value),
  });
}

function countFlatMap(array: unknown[]): void {
  const original = array.flatMap;
  const { counted } = {
    counted(this: unknown[], each: (...args: unknown[]) => unknown, ...rest: unknown[]): unknown {
      work(this.length);
      const counting = (...args: unknown[]): unknown => {
        const made = each(...args);
        if (Array.isArray(made)) work(made.length);
        return made;
      };
      return Reflect.apply(original, this, [typeof each === "function" ? counting : each, ...rest]);
    },
  };
  Object.defineProperty(array, "flatMap", { value: counted, writable: true, configurable: true, enumerable: false });
}
