import { AppError } from "../lib/errors.ts";
import { diagnosticsOf } from "./diagnostics-of.ts";
import { countDiagnostics, mark, printDiagnostics } from "./print.ts";
import { UsageError } from "./usage-error.ts";

/** Prints what went wrong and what to do on standard error; returns the exit code: 2 for a wrong call, 1 for the rest. */
export function reportFailure(error: unknown): 1 | 2 {
  if (error instanceof AppError && diagnosticsOf(error).length > 0) {
    printDiagnostics(diagnosticsOf(error));
    console.error(mark("red", countDiagnostics(diagnosticsOf(error))));
    return 1;
  }
  const known = error instanceof UsageError || error instanceof AppError;
  const message = error instanceof Error ? error.message : String(error);
  console.error(`${mark("red", "weft:")} ${message}`);
  if (known && error.hint !== undefined) console.error(mark("dim", error.hint));
  if (!known && error instanceof Error && error.stack !== undefined) console.error(mark("dim", error.stack));
  return error instanceof UsageError ? 2 : 1;
}
