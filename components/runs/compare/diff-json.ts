import type { JsonPath } from "../../json/json-path.ts";
import { isContainer } from "../../json/json-path.ts";

/** One place where two values differ. */
export interface JsonChange {
  readonly path: JsonPath;
  readonly kind: "added" | "removed" | "changed";
  /** Undefined for what was added. */
  readonly before: unknown;
  /** Undefined for what was removed. */
  readonly after: unknown;
}

/** More places are not listed: two values that differ that much are different. */
export const MOST_CHANGES = 500;

/** Where two JSON values differ, from the outside in; lists are compared place by place. Empty when they are equal. */
export function diffJson(before: unknown, after: unknown): JsonChange[] {
  const changes: JsonChange[] = [];
  const path: (string | number)[] = [];
  const add = (kind: JsonChange["kind"], left: unknown, right: unknown): void => {
    if (changes.length < MOST_CHANGES) changes.push({ path: [...path], kind, before: left, after: right });
  };
  const visit = (left: unknown, right: unknown): void => {
    if (Object.is(left, right) || changes.length >= MOST_CHANGES) return;
    if (left === undefined) return add("added", left, right);
    if (right === undefined) return add("removed", left, right);
    if (!isContainer(left) || !isContainer(right) || Array.isArray(left) !== Array.isArray(right)) return add("changed", left, right);
    for (const key of keysOf(left, right)) {
      path.push(key);
      visit(read(left, key), read(right, key));
      path.pop();
    }
  };
  visit(before, after);
  return changes;
}

function keysOf(left: object, right: object): (string | number)[] {
  if (Array.isArray(left) && Array.isArray(right)) return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => at);
  return [...new Set([...Object.keys(left), ...Object.keys(right)])];
}

function read(value: object, key: string | number): unknown {
  return Object.hasOwn(value, key) ? (Object.getOwnPropertyDescriptor(value, key)?.value as unknown) : undefined;
}
