import type { Diagnostic } from "../codegen/diagnostics/diagnostic.ts";
import type { AppError } from "../lib/errors.ts";

/** The diagnostics that an `invalid_graph` carries; none for any other failure. */
export function diagnosticsOf(error: AppError): readonly Diagnostic[] {
  if (error.code !== "invalid_graph" || typeof error.details !== "object" || error.details === null || !("diagnostics" in error.details))
    return [];
  // The compiler put them there.
  return error.details.diagnostics as readonly Diagnostic[];
}
