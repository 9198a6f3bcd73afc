import { ts } from "ts-morph";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { mayBeMissing } from "./describe-type.ts";
import { explainMismatch } from "./explain-mismatch.ts";
import type { Subject } from "./place.ts";

/** Fields that the language is stricter about than the code they become. */
export function checkValues(subject: Subject): Diagnostic[] {
  const { file, map, types } = subject;
  const found: Diagnostic[] = [];
  const visit = (node: ts.Node): void => {
    // TypeScript goes through the letters of a text.
    if (ts.isForOfStatement(node)) {
      if (isText(node.expression, subject) && map.at(node.expression.getStart(file))?.path[0] === "items") {
        found.push(explainMismatch(node.expression, "list", subject));
      }
    }
    // What a hook is told of itself may be anything.
    if (ts.isPropertyAssignment(node) && isMessage(node, subject)) {
      const wrong = explainMismatch(node.initializer, types.getStringType(), subject, true);
      if (wrong && !mayBeMissing(types.getTypeAtLocation(node.initializer))) found.push(wrong);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isText(expression: ts.Expression, { types }: Subject): boolean {
  const type = types.getBaseTypeOfLiteralType(types.getNonNullableType(types.getTypeAtLocation(expression)));
  return (type.flags & ts.TypeFlags.StringLike) !== 0;
}

/** The `message` of an approval, in the metadata of its hook. */
function isMessage(property: ts.PropertyAssignment, { file, map, graph }: Subject): boolean {
  if (!ts.isIdentifier(property.name) || property.name.text !== "message") return false;
  const entry = map.at(property.initializer.getStart(file));
  if (entry?.path.length !== 1 || entry.path[0] !== "message") return false;
  return graph?.nodes.find(({ id }) => id === entry.node)?.kind === "control.approval";
}
