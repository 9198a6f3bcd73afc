import { z } from "zod";
import { quote, quoteList } from "../diagnostics/quote.ts";
import type { Json } from "../schema/json.ts";
import { nearestName } from "./nearest-name.ts";

type Issue = z.core.$ZodIssue;
type Schema = { readonly [key: string]: Json };

/** What an issue of a config's shape is about: the fields too many, or none, and a clause that says what is wrong. */
export interface DescribedIssue {
  readonly field?: string;
  readonly problem: string;
}

/** An issue in the words of somebody who fills in a form; `shape` is that of the whole config, `path` the issue's place in it. */
export function describeIssue(
  issue: Issue,
  value: Json | undefined,
  shape: z.ZodType,
  path: readonly (string | number)[],
): DescribedIssue[] {
  switch (issue.code) {
    case "invalid_type": {
      if (value !== undefined) return [{ problem: `it takes ${wordsOf(issue.expected)}, not ${describeValue(value)}` }];
      const label = findSchemas(shape, path)
        .map(({ label }) => label)
        .find((text) => typeof text === "string");
      const isNews =
        typeof label === "string" &&
        label.toLowerCase().replace(/[^a-z0-9]/g, "") !==
          String(path.at(-1))
            .toLowerCase()
            .replace(/[^a-z0-9]/g, "");
      return [{ problem: isNews ? `it is missing (the form calls it "${label}")` : "it is missing" }];
    }
    case "invalid_value": {
      const choices = issue.values.map(String);
      const nearest = typeof value === "string" ? nearestName(value, choices) : undefined;
      const said = value === undefined ? "it is missing" : `it takes ${quoteList(choices)}, not ${describeValue(value)}`;
      return [{ problem: nearest === undefined ? said : `${said}; perhaps ${quote(nearest)} is meant` }];
    }
    case "unrecognized_keys": {
      const known = findSchemas(shape, path).flatMap(({ properties }) => (isSchema(properties) ? Object.keys(properties) : []));
      return issue.keys.map((field) => {
        if (known.includes(field)) return { field, problem: "it cannot stand beside the other fields" };
        const nearest = nearestName(field, known);
        const others = known.length === 0 ? "" : `; there are ${quoteList(known, "and")}`;
        return { field, problem: `there is no such field${nearest === undefined ? others : `; perhaps ${quote(nearest)} is meant`}` };
      });
    }
    default:
      return [{ problem: issue.message.replace(/\.$/, "") }];
  }
}

const words: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
  null: "nothing",
};

function wordsOf(expected: string): string {
  return words[expected] ?? expected;
}

function describeValue(value: Json): string {
  if (value === null) return "null";
  if (typeof value === "string") return `the text ${quote(value)}`;
  if (typeof value === "number") return `the number ${value}`;
  if (typeof value === "boolean") return String(value);
  return Array.isArray(value) ? "a list" : "an object";
}

const shapes = new WeakMap<z.ZodType, Schema>();

/** The schemas that a place of a shape may have: several where a union is on the way. */
function findSchemas(shape: z.ZodType, path: readonly (string | number)[]): Schema[] {
  let root = shapes.get(shape);
  // JSON Schema is JSON; zod types it by its own interface.
  if (!root) shapes.set(shape, (root = z.toJSONSchema(shape, { io: "input", unrepresentable: "any" }) as Schema));
  const whole = root;
  const spread = (schema: Schema, depth = 0): Schema[] => {
    const target = typeof schema["$ref"] === "string" ? referredIn(whole, schema["$ref"]) : undefined;
    const options = [target ? [target] : undefined, schema["anyOf"], schema["oneOf"], schema["allOf"]].flatMap((list) => list ?? []);
    // A schema may be made of itself.
    return options.length === 0 || depth > 8
      ? [schema]
      : [schema, ...options.filter(isSchema).flatMap((option) => spread(option, depth + 1))];
  };
  let found = spread(root);
  for (const step of path) {
    found = found.flatMap(({ properties, items, additionalProperties }) => {
      const named = isSchema(properties) && Object.hasOwn(properties, step) ? properties[step] : undefined;
      return [named ?? (typeof step === "number" ? items : additionalProperties)].filter(isSchema).flatMap((schema) => spread(schema));
    });
  }
  return found;
}

/** What `#/$defs/Name` stands for. */
function referredIn(root: Schema, reference: string): Schema | undefined {
  const definitions = root["$defs"];
  const name = reference.replace(/^#\/\$defs\//, "");
  const found = isSchema(definitions) && Object.hasOwn(definitions, name) ? definitions[name] : undefined;
  return isSchema(found) ? found : undefined;
}

function isSchema(value: Json | undefined): value is Schema {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
