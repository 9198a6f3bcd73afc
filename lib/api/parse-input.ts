import type { z } from "zod";
import { AppError } from "../errors.ts";

/** One field that is wrong: its path from the root of the input, dotted, and what is wrong with it. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** Checks one part of a request by its schema; throws `invalid_input` naming every wrong field. */
export function parseInput(part: "path" | "query" | "headers" | "body", schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return {};
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue): FieldProblem => ({ path: [part, ...issue.path].join("."), message: issue.message }));
  throw invalidInput(fields);
}

/** The error for wrong fields: the first is in the message, all are in `details.fields`. */
export function invalidInput(fields: readonly FieldProblem[]): AppError {
  const first = fields[0];
  const rest = fields.length > 1 ? ` (and ${fields.length - 1} more)` : "";
  return new AppError("invalid_input", `${first ? `${first.path}: ${first.message}` : "The input is not valid."}${rest}`, {
    hint: "Correct the fields listed in details.fields.",
    details: { fields },
  });
}
