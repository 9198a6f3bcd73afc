import { fatal } from "../kit/failure.ts";
import type { PropertyTypes } from "./encode-properties.ts";
import { notionId } from "./notion-id.ts";

/** How a type of property is compared with a value, and with what kind of value. */
const COMPARISONS: Readonly<Record<string, { readonly by: "equals" | "contains"; readonly as: (value: unknown) => unknown }>> = {
  title: { by: "equals", as: String },
  rich_text: { by: "equals", as: String },
  url: { by: "equals", as: String },
  email: { by: "equals", as: String },
  phone_number: { by: "equals", as: String },
  select: { by: "equals", as: String },
  status: { by: "equals", as: String },
  date: { by: "equals", as: String },
  number: { by: "equals", as: Number },
  unique_id: { by: "equals", as: (value) => Number(String(value).replace(/^.*-/, "")) },
  checkbox: { by: "equals", as: (value) => value === true || value === "true" },
  multi_select: { by: "contains", as: String },
  people: { by: "contains", as: String },
  relation: { by: "contains", as: (value) => notionId(String(value)) },
};

/** A filter as Notion's API writes it, for the pages whose properties hold these values; null stands for empty. Throws a FatalError for what cannot be compared. */
export function whereFilter(where: Readonly<Record<string, unknown>>, types: PropertyTypes): { and: object[] } {
  const conditions = Object.entries(where).filter(([, value]) => value !== undefined);
  return { and: conditions.map(([property, value]) => condition(property, value, types)) };
}

function condition(property: string, value: unknown, types: PropertyTypes): object {
  const type = Object.hasOwn(types, property) ? types[property]?.type : undefined;
  if (type === undefined)
    throw fatal(`There is no property "${property}"; there are ${Object.keys(types).join(", ")}.`, { name: "InvalidInput" });
  if (value === null) return { property, [type]: { is_empty: true } };
  const comparison = COMPARISONS[type];
  if (!comparison)
    throw fatal(`The property "${property}" is a ${type.replaceAll("_", " ")}; only a filter can ask for that.`, { name: "InvalidInput" });
  return { property, [type]: { [comparison.by]: comparison.as(value) } };
}
