import type { CatalogueEntry, DiagnosticCode, DiagnosticParameters } from "./catalogue.ts";
import { catalogue } from "./catalogue.ts";
import type { Diagnostic, GraphLocation } from "./diagnostic.ts";

/** Makes a diagnostic from its code and the parameters of its sentences. */
export function createDiagnostic<C extends DiagnosticCode>(
  code: C,
  parameters: DiagnosticParameters<C>,
  location: GraphLocation,
  details: Pick<Diagnostic, "excerpt" | "span"> = {},
): Diagnostic {
  // TypeScript cannot see that the entry of `code` takes the parameters of `code`.
  const entry = catalogue[code] as unknown as CatalogueEntry<DiagnosticParameters<C>>;
  return {
    code,
    severity: entry.severity,
    message: entry.message(parameters),
    hint: entry.hint(parameters),
    location,
    ...details,
  };
}
