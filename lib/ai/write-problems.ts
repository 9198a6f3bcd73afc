import { isDeepStrictEqual } from "node:util";
import type { Diagnostic } from "../../codegen/diagnostics/diagnostic.ts";
import { formatDiagnostic } from "../../codegen/diagnostics/format-diagnostic.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import type { Prepared } from "./prepare.ts";

/**
 * What is wrong with a document, in words made of the document as the model is shown it: a diagnostic quotes the text it is about, and a part of a
 * secret is not known as one. What is wrong only with a value that is hidden is told by its place.
 */
export function writeProblems({ fence, check }: Pick<Prepared, "fence" | "check">, graph: Graph, problems: readonly Diagnostic[]): string {
  const shown = fence.shown(graph);
  return (isDeepStrictEqual(shown, graph) ? problems : tellOf(shown)).map((problem) => formatDiagnostic(problem)).join("\n");

  function tellOf(document: Graph): Diagnostic[] {
    const place = ({ code, location: { node, edge, path } }: Diagnostic): string =>
      // The names of fields are cleaned in the document that is shown.
      JSON.stringify([code, node ?? edge ?? "", (path ?? []).map((step) => fence.clean(String(step)))]);
    const places = new Set(problems.map(place));
    const told = check(document).filter((problem) => places.has(place(problem)));
    const found = new Set(told.map(place));
    return [...told, ...problems.filter((problem) => !found.has(place(problem))).map(withoutValue)];
  }
}

function withoutValue({ code, severity, location }: Diagnostic): Diagnostic {
  const message = "Something is wrong here with a value that you are not shown.";
  return { code, severity, location, message, hint: "Leave it to the person, unless the request is about it." };
}
