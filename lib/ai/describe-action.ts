import type { CatalogAction } from "../../codegen/catalog.ts";
import { jsonSchemaOf } from "../../codegen/types/print-action-types.ts";
import { printSchemaType } from "../../codegen/types/print-type.ts";
import type { Json } from "../../codegen/schema/json.ts";

/** Deeper than this an output is not described: whoever reads that deep sees it in a run. */
const DEEPEST = { input: 5, output: 3 } as const;
const MOST_FIELDS = 40;
const LONGEST = { input: 1_600, output: 700 } as const;

const described = new WeakMap<CatalogAction, string>();

/** An action in three lines: what it does, and its input and output as TypeScript types. */
export function describeAction(action: CatalogAction): string {
  let text = described.get(action);
  if (text === undefined) {
    text = `${action.kind}: ${action.label}. ${action.description}\n  in ${typeOf(action, "input")}\n  out ${typeOf(action, "output")}`;
    described.set(action, text);
  }
  return text;
}

function typeOf(action: CatalogAction, io: "input" | "output"): string {
  const schema = jsonSchemaOf(action[io], io);
  for (let depth: number = DEEPEST[io]; depth > 0; depth--) {
    const shorter = prune(schema, depth);
    // A type of an object is an object's.
    const text = printSchemaType(typeof shorter === "object" && shorter !== null && !Array.isArray(shorter) ? shorter : {})
      .replace(/\s+/g, " ")
      .replaceAll(" | undefined", "")
      .replaceAll(": | ", ": ")
      .replaceAll("; }", " }");
    if (text.length > LONGEST[io] && depth > 1) continue;
    // Between words: of what a redactor must find later no part may stay.
    return text.length <= LONGEST[io] * 2 ? text : `${text.slice(0, LONGEST[io] * 2).replace(/\S*$/, "")}…`;
  }
  return "any";
}

/** Words that a type's text would show as comments. */
const COMMENTS = new Set([
  "label",
  "help",
  "title",
  "description",
  "default",
  "example",
  "examples",
  "options",
  "shownWhen",
  "multiline",
  "code",
]);

/** The schema without its words and without what is nested deeper. */
function prune(schema: Json, depth: number): Json {
  if (Array.isArray(schema)) return schema.map((part) => prune(part, depth));
  if (schema === null || typeof schema !== "object") return schema;
  if (depth <= 0 && (schema["properties"] !== undefined || schema["items"] !== undefined)) return {};
  const entries = Object.entries(schema).flatMap(([key, value]): [string, Json][] => {
    if (COMMENTS.has(key)) return [];
    if (key === "properties" && value !== null && typeof value === "object" && !Array.isArray(value)) {
      const required = new Set(Array.isArray(schema["required"]) ? schema["required"] : []);
      const first = Object.entries(value).toSorted(([a], [b]) => Number(required.has(b)) - Number(required.has(a)));
      return [[key, Object.fromEntries(first.slice(0, MOST_FIELDS).map(([name, part]) => [name, prune(part, depth - 1)]))]];
    }
    return [
      [
        key,
        key === "items" || key === "additionalProperties" || key === "anyOf" || key === "oneOf"
          ? prune(value, depth - (key === "items" ? 1 : 0))
          : value,
      ],
    ];
  });
  return Object.fromEntries(entries);
}
