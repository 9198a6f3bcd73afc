import { z } from "zod";
import type { DiagnosticCode } from "../../codegen/diagnostics/catalogue.ts";
import { catalogue } from "../../codegen/diagnostics/catalogue.ts";
import type { Diagnostic } from "../../codegen/diagnostics/diagnostic.ts";

const range = { start: z.int(), end: z.int() };

/** What the compiler says of a graph or a source, as `weft check --json` writes it. */
export const diagnosticSchema: z.ZodType<Diagnostic> = z
  .object({
    // The keys of an object of literals.
    code: z.enum(Object.keys(catalogue) as [DiagnosticCode, ...DiagnosticCode[]]),
    severity: z.enum(["error", "warning"]),
    message: z.string(),
    hint: z.string(),
    location: z.object({
      node: z.string().exactOptional(),
      edge: z.string().exactOptional(),
      path: z.array(z.union([z.string(), z.number()])).exactOptional(),
    }),
    excerpt: z.object({ text: z.string(), ...range }).exactOptional(),
    span: z.object({ ...range, line: z.int(), column: z.int() }).exactOptional(),
    compilerMessage: z.string().exactOptional(),
  })
  .meta({ id: "Diagnostic", description: "A problem. Offsets are 0-based and half-open, lines and columns 1-based." });
