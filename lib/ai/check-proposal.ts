import type { Diagnostic } from "../../codegen/diagnostics/diagnostic.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import { isAppError } from "../errors.ts";
import type { CompileContext, Server } from "../running-server.ts";

/** What the compiler says of a document, types included, and the module it becomes; null while it has errors. */
export function checkProposal(
  server: Pick<Server, "compiler">,
  graph: Graph,
  context: CompileContext,
): { readonly diagnostics: readonly Diagnostic[]; readonly code: string | null } {
  try {
    const { warnings, version } = server.compiler.compile(graph, context);
    return { diagnostics: warnings, code: version.source };
  } catch (error) {
    if (!isAppError(error) || error.code !== "invalid_graph") throw error;
    // The compiler's own list, as publishing gives it.
    const { diagnostics } = error.details as { readonly diagnostics: readonly Diagnostic[] };
    return { diagnostics, code: null };
  }
}

/** What makes two diagnostics the same one. */
export function keyOf({ code, location, message }: Diagnostic): string {
  return JSON.stringify([code, location.node ?? location.edge ?? "", location.path ?? [], message]);
}

/** What a proposal must be mended for: its errors, and steps that nothing leads to; those of the document before it are not its own. */
export function problemsOf(diagnostics: readonly Diagnostic[], before: ReadonlySet<string>): Diagnostic[] {
  return diagnostics.filter(
    (diagnostic) => (diagnostic.severity === "error" || diagnostic.code === "loose-node") && !before.has(keyOf(diagnostic)),
  );
}
