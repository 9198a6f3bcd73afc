import { z } from "zod";
import type { ActionDefinition } from "./define-action.ts";

/** An input made of the examples on an action's fields. */
export interface ExampleInput {
  /** What it shows: `the fields it needs`, `every field`, or `example 1`. */
  readonly title: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Inputs for documentation and tests: the required fields, all of them, and what the action adds; made from the schema alone. */
export function exampleInputs(action: ActionDefinition): ExampleInput[] {
  const own = (action.examples ?? []).map((input, index) => ({ title: `example ${index + 1}`, input }));
  if (own.length > 0) return own;
  const fields = action.input instanceof z.ZodObject ? Object.entries<z.ZodType>(action.input.shape) : [];
  const every = fields.flatMap(([name, field]) => {
    const value = exampleOf(field);
    return value === undefined ? [] : [[name, value] as const];
  });
  const needed = every.filter(([name]) => fields.some(([other, field]) => other === name && !field.isOptional()));
  const inputs = [{ title: "the fields it needs", input: Object.fromEntries(needed) }];
  return needed.length === every.length ? inputs : [...inputs, { title: "every field", input: Object.fromEntries(every) }];
}

/** What a field shows as its example: its own, else its default or the first of its choices. */
function exampleOf(field: z.ZodType): unknown {
  const meta = field.meta();
  if (meta?.example !== undefined) return meta.example;
  if (meta?.default !== undefined) return meta.default;
  if (field instanceof z.ZodOptional || field instanceof z.ZodNullable || field instanceof z.ZodDefault)
    return exampleOf(field.unwrap() as z.ZodType);
  if (field instanceof z.ZodEnum) return field.options[0];
  if (field instanceof z.ZodBoolean) return true;
  if (field instanceof z.ZodLiteral) return [...field.values][0];
  return undefined;
}
