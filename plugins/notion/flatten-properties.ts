import type { Loose } from "../kit/loose.ts";
import { plainText } from "./rich-text.ts";

/** A property of a page as Notion gives it: its type, and under the type's name its value. */
export interface PageProperty {
  readonly id?: string;
  readonly type: string;
  readonly [type: string]: Loose;
}

/** The properties of a page as plain values, by name. */
export function flattenProperties(properties: Readonly<Record<string, PageProperty>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, flattenProperty(property)]));
}

/** The text of the property that every page has as its title. */
export function titleOf(properties: Readonly<Record<string, PageProperty>>): string {
  return plainText(Object.values(properties).find(({ type }) => type === "title")?.["title"]);
}

function flattenProperty(property: PageProperty): unknown {
  const value: Loose = property[property.type];
  switch (property.type) {
    case "title":
    case "rich_text":
      return plainText(value);
    case "select":
    case "status":
      return value?.name ?? null;
    case "multi_select":
      return (value ?? []).map(({ name }: { name: string }) => name);
    case "date":
      return flattenDate(value);
    case "people":
      return (value ?? []).map(flattenUser);
    case "created_by":
    case "last_edited_by":
      return flattenUser(value);
    case "files":
      return (value ?? []).map((file: Loose) => file.external?.url ?? file.file?.url ?? file.name);
    case "relation":
      return (value ?? []).map(({ id }: { id: string }) => id);
    case "formula":
      return value === null || value === undefined ? null : flattenProperty(value);
    case "rollup":
      return flattenRollup(value);
    case "unique_id":
      return value === null || value === undefined
        ? null
        : [value.prefix, value.number].filter((part) => part !== null && part !== undefined).join("-");
    case "verification":
      return value?.state ?? null;
    default:
      // Numbers, checkboxes, addresses and times are plain already; what is new stays as it is.
      return value ?? null;
  }
}

/** A day or time; a span as `start/end`, as ISO 8601 writes intervals. */
function flattenDate(date: { start: string; end?: string | null } | null | undefined): string | null {
  if (date === null || date === undefined) return null;
  return date.end ? `${date.start}/${date.end}` : date.start;
}

function flattenUser(user: Loose): { id: string; name: string | null; email: string | null } | null {
  return user ? { id: user.id, name: user.name ?? null, email: user.person?.email ?? null } : null;
}

function flattenRollup(rollup: Loose): unknown {
  if (rollup?.type === "array") return (rollup.array ?? []).map(flattenProperty);
  if (rollup?.type === "date") return flattenDate(rollup.date);
  return rollup?.[rollup.type] ?? null;
}
