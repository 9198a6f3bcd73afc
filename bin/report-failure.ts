import { styleText } from "node:util";
import { AppError } from "../lib/errors.ts";
import { UsageError } from "./usage-error.ts";

/** Prints what went wrong and what to do on standard error; returns the exit code: 2 for a wrong call, 1 for the rest. */
export function reportFailure(error: unknown): 1 | 2 {
  const known = error instanceof UsageError || error instanceof AppError;
  const message = error instanceof Error ? error.message : String(error);
  const hint = known ? error.hint : undefined;
  const mark = styleText("red", "weft:", { stream: process.stderr });
  console.error(`${mark} ${message}${hint === undefined ? "" : `\n${styleText("dim", hint, { stream: process.stderr })}`}`);
  if (!known && error instanceof Error && error.stack !== undefined) console.error(styleText("dim", error.stack, { stream: process.stderr }));
  return error instanceof UsageError ? 2 : 1;
}
