import type { Reference } from "../../expression/references.ts";
import type { GraphNode } from "../../schema/graph.ts";
import type { CheckContext } from "../context.ts";
import type { Field } from "../fields.ts";
import { nearestName } from "../nearest-name.ts";
import { findMeaning, namesInScope, seesBody } from "../scope.ts";

/** Beyond this many unknown names the list of what could be read is left out: finding it takes long in a large graph. */
const maxSuggestions = 50;

/** An expression names only what is there when its node runs. */
export function checkReferences(context: CheckContext): void {
  let suggestions = 0;
  for (const { node } of context.active) {
    for (const field of context.fields(node)) {
      for (const reference of field.references) {
        if (checkReference(context, node, field, reference, suggestions < maxSuggestions)) suggestions++;
      }
    }
  }
}

/** Gives true when it had to suggest names. */
function checkReference(context: CheckContext, node: GraphNode, field: Field, reference: Reference, suggests: boolean): boolean {
  const { name, start, end } = reference;
  const place = { node, seesBody: seesBody(node, field.path) };
  const meaning = findMeaning(context, place, name);
  const location = { node: node.id, path: field.path };
  const details = { excerpt: { text: field.text, start, end } };
  switch (meaning.kind) {
    case "readable":
      return false;
    case "unknown": {
      const inScope = suggests ? namesInScope(context, place) : [];
      const nearest = nearestName(name, suggests ? inScope : context.layout.nodes.keys());
      context.report("unknown-reference", { name, nearest, inScope }, location, details);
      return true;
    }
    case "disabled":
      context.report("disabled-reference", { name }, location, details);
      return false;
    case "loose":
      context.report("loose-reference", { name }, location, details);
      return false;
    case "not-yet-run":
      context.report("not-yet-run-reference", { name, node: node.id }, location, details);
      return false;
    case "no-output":
      context.report("no-output-reference", { name, kind: meaning.node.kind }, location, details);
      return false;
    case "inside":
      context.report("reference-into-container", { name, container: meaning.container }, location, details);
      return false;
    case "no-error":
      context.report("error-reference-unavailable", { name, node: meaning.node.id, catches: meaning.catches }, location, details);
      return false;
  }
}
