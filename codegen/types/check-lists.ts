import { ts } from "ts-morph";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { explainMismatch } from "./explain-mismatch.ts";
import type { Subject } from "./place.ts";
import { unwrap } from "./why-missing.ts";

/** Loops whose items are a text: TypeScript goes through its letters, the language wants a list. */
export function checkLists(subject: Subject): Diagnostic[] {
  const found: Diagnostic[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isForOfStatement(node)) {
      const type = subject.types.getNonNullableType(subject.types.getTypeAtLocation(unwrap(node.expression)));
      if (
        subject.types.getBaseTypeOfLiteralType(type).flags & ts.TypeFlags.StringLike &&
        subject.map.at(node.expression.getStart(subject.file))?.path[0] === "items"
      ) {
        found.push(explainMismatch(node.expression, "list", subject));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(subject.file);
  return found;
}
