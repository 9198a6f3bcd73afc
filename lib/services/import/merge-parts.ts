import type { JsonObject } from "./loose-json.ts";
import { isObject, listOf, objectOf } from "./loose-json.ts";

/** What an `allOf` comes to. */
interface Merged {
  /** The fields of all parts that are objects, as one object. */
  readonly object: JsonObject;
  /** Parts that cannot be merged: choices between shapes. */
  readonly rest: readonly JsonObject[];
}

const MOST_PARTS = 200;

/** Merges the objects that a schema is put together from; undefined when there is none among them. A schema that is part of itself counts once. */
export function mergeParts(schema: unknown, resolve: (value: unknown) => unknown): Merged | undefined {
  const properties = new Map<string, unknown>();
  const required = new Set<unknown>();
  const rest: JsonObject[] = [];
  const seen = new Set<unknown>();
  let additional: unknown;
  let isAnObject = false;
  const root = resolve(schema);
  const visit = (part: unknown): void => {
    const whole = resolve(part);
    if (!isObject(whole) || seen.has(whole) || seen.size > MOST_PARTS) return;
    seen.add(whole);
    for (const inner of listOf(whole["allOf"])) visit(inner);
    if (whole["type"] === "object" || isObject(whole["properties"])) isAnObject = true;
    for (const [name, field] of Object.entries(objectOf(whole["properties"]))) if (name !== "__proto__") properties.set(name, field);
    for (const name of listOf(whole["required"])) required.add(name);
    if (whole["additionalProperties"] !== undefined && whole["additionalProperties"] !== false) additional = whole["additionalProperties"];
    const choices = [...listOf(whole["anyOf"]), ...listOf(whole["oneOf"])].filter(isObject);
    // Choices that only say which fields are required say nothing of the shape; those of a base type are its subtypes, this one among them.
    const isBase = whole !== root && ("discriminator" in whole || choices.some((choice) => resolve(choice) === root));
    if (
      !isBase &&
      choices.some((choice) => Object.keys(choice).some((key) => !["required", "not", "title", "description"].includes(key)))
    ) {
      rest.push({ anyOf: choices, ...("discriminator" in whole ? { discriminator: whole["discriminator"] } : {}) });
    }
  };
  visit(schema);
  if (!isAnObject) return undefined;
  const object = {
    type: "object",
    properties: Object.fromEntries(properties),
    required: [...required],
    ...(additional === undefined ? {} : { additionalProperties: additional }),
  };
  return { object, rest };
}
