import type { Json } from "../schema/json.ts";
import type { JsonSchema } from "./type-tree.ts";

/** A node's `output` is refused when it nests deeper than twelve levels; a union takes one of its own. */
const deepest = 10;
/** An object with more fields than this is a table by name. */
const widest = 300;
/** The most values that are looked at in one list, and in all. */
const mostItems = 2_000;
const mostValues = 3_000_000;

/** What has been seen at a place of some samples. */
interface Seen {
  readonly scalars: Set<"null" | "boolean" | "number" | "string">;
  /** How many objects, and for each field in how many of them it was. */
  objects: number;
  readonly fields: Map<string, { count: number; readonly seen: Seen }>;
  /** What the fields beyond the widest held. */
  rest: Seen | undefined;
  items: Seen | undefined;
  lists: number;
  /** Something deeper than is looked at. */
  deep: boolean;
}

interface Budget {
  values: number;
}

/**
 * The JSON Schema that accepts all samples, as narrow as a reader of their data may rely on: a field is optional where a sample lacks it,
 * types that differ are a union, objects keyed by ids are tables. No value is taken for one of an enumeration. Of very large samples a part is read.
 */
export function inferSchema(samples: readonly unknown[]): JsonSchema {
  const seen = nothingSeen();
  const budget = { values: mostValues };
  for (const sample of samples) look(sample, seen, 0, budget);
  return describe(seen);
}

function nothingSeen(): Seen {
  return { scalars: new Set(), objects: 0, fields: new Map(), rest: undefined, items: undefined, lists: 0, deep: false };
}

function look(value: unknown, seen: Seen, depth: number, budget: Budget): void {
  budget.values -= 1;
  if (value === undefined) return;
  if (value === null) {
    seen.scalars.add("null");
  } else if (typeof value === "boolean" || typeof value === "number" || typeof value === "string") {
    seen.scalars.add(typeof value === "string" ? "string" : typeof value === "number" ? "number" : "boolean");
  } else if (typeof value === "object") {
    if (depth >= deepest || budget.values < 0) seen.deep = true;
    else if (Array.isArray(value)) lookAtList(value, seen, depth, budget);
    else lookAtObject(value, seen, depth, budget);
  }
}

/** Of a long list the first half of what is looked at, and as many from all over the rest. */
function lookAtList(list: readonly unknown[], seen: Seen, depth: number, budget: Budget): void {
  seen.lists += 1;
  const items = (seen.items ??= nothingSeen());
  const half = mostItems / 2;
  const step = Math.max(1, Math.floor((list.length - half) / half));
  for (let index = 0; index < list.length; index += index < half ? 1 : step) look(list[index], items, depth + 1, budget);
}

function lookAtObject(value: object, seen: Seen, depth: number, budget: Budget): void {
  seen.objects += 1;
  for (const [name, field] of Object.entries(value)) {
    // It could not be read anyway.
    if (name === "__proto__" || field === undefined) continue;
    let known = seen.fields.get(name);
    if (!known && seen.fields.size >= widest) {
      look(field, (seen.rest ??= nothingSeen()), depth + 1, budget);
      continue;
    }
    if (!known) seen.fields.set(name, (known = { count: 0, seen: nothingSeen() }));
    known.count += 1;
    look(field, known.seen, depth + 1, budget);
  }
}

function describe(seen: Seen): JsonSchema {
  if (seen.deep) return {};
  const structures: JsonSchema[] = [];
  if (seen.objects > 0) structures.push(describeObject(seen));
  if (seen.lists > 0) structures.push({ type: "array", items: seen.items ? describe(seen.items) : {} });
  const scalars = (["string", "number", "boolean", "null"] as const).filter((type) => seen.scalars.has(type));
  const [only = "null"] = scalars;
  if (structures.length === 0) return scalars.length === 0 ? {} : { type: scalars.length === 1 ? only : scalars };
  const [first = {}] = structures;
  if (scalars.length === 0 && structures.length === 1) return first;
  return { anyOf: [...structures, ...(scalars.length === 0 ? [] : [{ type: scalars.length === 1 ? only : scalars }])] };
}

function describeObject({ objects, fields, rest }: Seen): JsonSchema {
  if (rest !== undefined || isTable(fields))
    return {
      type: "object",
      additionalProperties: describeValues(
        [...fields.values()].map(({ seen }) => seen),
        rest,
      ),
    };
  if (fields.size === 0) return { type: "object" };
  const required = [...fields].filter(([, { count }]) => count === objects).map(([name]) => name);
  const properties = Object.fromEntries([...fields].map(([name, { seen }]): [string, Json] => [name, describe(seen)]));
  return { type: "object", properties, ...(required.length > 0 ? { required } : {}) };
}

const idLike =
  /^(?:\d+|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{16,}|\d{4}-\d{2}-\d{2}(?:T.*)?|[A-Za-z]{1,8}[_-](?=[A-Za-z0-9]*\d)[A-Za-z0-9]{4,}|[^@\s]+@[^@\s]+\.[^@\s]+)$/;

/** Whether fields are entries by id rather than parts of one thing: three or more, each called like an id, all of one kind. */
function isTable(fields: Seen["fields"]): boolean {
  if (fields.size < 3 || ![...fields.keys()].every((name) => idLike.test(name))) return false;
  const kinds = [...fields.values()].map(({ seen }) => kindOf(seen)).filter((kind) => kind !== "null");
  return new Set(kinds).size <= 1;
}

function kindOf(seen: Seen): string {
  return (
    [...(seen.objects > 0 ? ["object"] : []), ...(seen.lists > 0 ? ["array"] : []), ...[...seen.scalars].filter((type) => type !== "null")]
      .sort()
      .join() || "null"
  );
}

function describeValues(values: readonly Seen[], rest: Seen | undefined): JsonSchema {
  const all = nothingSeen();
  for (const seen of rest ? [...values, rest] : values) merge(seen, all);
  return describe(all);
}

function merge(from: Seen, into: Seen): void {
  for (const type of from.scalars) into.scalars.add(type);
  into.objects += from.objects;
  into.lists += from.lists;
  into.deep ||= from.deep;
  if (from.items) merge(from.items, (into.items ??= nothingSeen()));
  if (from.rest) merge(from.rest, (into.rest ??= nothingSeen()));
  for (const [name, { count, seen }] of from.fields) {
    let known = into.fields.get(name);
    if (!known && into.fields.size >= widest) {
      merge(seen, (into.rest ??= nothingSeen()));
      continue;
    }
    if (!known) into.fields.set(name, (known = { count: 0, seen: nothingSeen() }));
    known.count += count;
    merge(seen, known.seen);
  }
}
