import * as fc from "fast-check";

/** One change of a JSON value: what happens, where (counted through all its parts), and which other part takes part in it. */
export interface Mutation {
  readonly change: "delete" | "duplicate" | "swap" | "retype";
  readonly at: number;
  readonly other: number;
}

export const arbitraryMutation: fc.Arbitrary<Mutation> = fc.record({
  change: fc.constantFrom("delete", "duplicate", "swap", "retype"),
  at: fc.nat(),
  other: fc.nat(),
});

/** One part of a JSON value, by the array or object that holds it. */
interface Part {
  readonly holder: unknown[] | Record<string, unknown>;
  readonly key: string;
}

const others = [null, true, 0, -1, 1e21, "", "out", "{{", "{{ input", "{{ n1 }}", [], [[]], {}, { id: "n1" }, "control.if", "__proto__"];

/** A copy of a JSON value with one change in it. */
export function mutateJson(value: unknown, { change, at, other }: Mutation): unknown {
  const copy = structuredClone(value);
  const parts = listParts(copy);
  const part = parts[at % (parts.length || 1)];
  const second = parts[other % (parts.length || 1)];
  if (!part || !second) return others[other % others.length];
  const held = read(part);
  if (change === "delete") {
    if (Array.isArray(part.holder)) part.holder.splice(Number(part.key), 1);
    else Reflect.deleteProperty(part.holder, part.key);
  } else if (change === "retype") write(part, structuredClone(others[other % others.length]));
  else if (change === "duplicate") {
    if (Array.isArray(part.holder)) part.holder.push(structuredClone(held));
    else write(second, structuredClone(held));
  } else {
    // Copies, so that no part comes to hold itself.
    const swapped = structuredClone(read(second));
    write(second, structuredClone(held));
    write(part, swapped);
  }
  return copy;
}

function listParts(value: unknown): Part[] {
  if (value === null || typeof value !== "object") return [];
  // JSON's objects are records.
  const holder = value as Part["holder"];
  return Object.entries(holder).flatMap(([key, inner]) => [{ holder, key }, ...listParts(inner)]);
}

function read({ holder, key }: Part): unknown {
  return Reflect.get(holder, key);
}

function write({ holder, key }: Part, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}
