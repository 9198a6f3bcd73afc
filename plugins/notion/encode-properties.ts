import { fatal } from "../kit/failure.ts";
import type { Loose } from "../kit/loose.ts";
import { notionId } from "./notion-id.ts";
import { toRichText } from "./rich-text.ts";

/** The types of properties, by their names. */
export type PropertyTypes = Readonly<Record<string, { readonly type: string }>>;

/**
 * Plain values as Notion takes them, by what their properties are. A value that is written as Notion does already is passed on.
 * Throws a FatalError for a name that no property has and for a property that Notion fills in itself.
 */
export function encodeProperties(values: Readonly<Record<string, unknown>>, types: PropertyTypes): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => {
        const type = Object.hasOwn(types, name) ? types[name]?.type : undefined;
        if (type === undefined) {
          throw fatal(`There is no property "${name}"; there are ${Object.keys(types).join(", ")}.`, { name: "InvalidInput" });
        }
        return [name, isEncoded(value, type) ? value : { [type]: encodeValue(name, type, value) }];
      }),
  );
}

/** The name of the property that holds the title. */
export function titleProperty(types: PropertyTypes): string {
  return Object.keys(types).find((name) => types[name]?.type === "title") ?? "title";
}

function isEncoded(value: unknown, type: string): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && type in value;
}

function encodeValue(name: string, type: string, value: Loose): unknown {
  const empty = value === null || value === "";
  switch (type) {
    case "title":
    case "rich_text":
      return toRichText(empty ? "" : textOf(value));
    case "number":
      return empty ? null : numberOf(name, value);
    case "checkbox":
      return value === true || value === "true";
    case "select":
    case "status":
      return empty ? null : { name: textOf(value) };
    case "multi_select":
      return listOf(value).map((item) => ({ name: textOf(item) }));
    case "date":
      return empty ? null : encodeDate(value);
    case "url":
    case "email":
    case "phone_number":
      return empty ? null : textOf(value);
    case "people":
      return listOf(value).map((person) => ({ object: "user", id: person?.id ?? person }));
    case "relation":
      return listOf(value).map((page) => ({ id: notionId(page?.id ?? textOf(page)) }));
    case "files":
      return listOf(value).map((url) => ({ name: fileName(textOf(url)), type: "external", external: { url: textOf(url) } }));
    default:
      throw fatal(`The property "${name}" is a ${type.replaceAll("_", " ")}, which Notion fills in itself.`, { name: "InvalidInput" });
  }
}

function textOf(value: Loose): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function numberOf(name: string, value: Loose): number {
  const number = Number(value);
  if (Number.isFinite(number)) return number;
  throw fatal(`The property "${name}" is a number, and "${textOf(value).slice(0, 50)}" is none.`, { name: "InvalidInput" });
}

function listOf(value: Loose): Loose[] {
  if (value === null || value === "") return [];
  return Array.isArray(value) ? value : [value];
}

/** `start`, or `start/end` as ISO 8601 writes intervals. */
function encodeDate(value: Loose): object {
  if (value instanceof Date) return { start: value.toISOString() };
  if (typeof value === "object") return value;
  const [start, end] = String(value).split("/");
  return end === undefined ? { start } : { start, end };
}

/** Notion takes at most a hundred characters. */
function fileName(url: string): string {
  return (
    URL.parse(url)
      ?.pathname.split("/")
      .findLast((part) => part !== "") ?? url
  ).slice(0, 100);
}
