import { z } from "zod";
import type { Expression } from "../../expression/ast.ts";
import { printExpression } from "../../expression/print-expression.ts";
import type { GraphNode } from "../../schema/graph.ts";
import { configOf } from "../../schema/node-facts.ts";
import type { CheckContext } from "../context.ts";
import { findMeaning, seesBody } from "../scope.ts";

/** An object put into text becomes "[object Object]"; says so where the graph alone shows it. */
export function checkObjectsInText(context: CheckContext): void {
  for (const { node } of context.active) {
    for (const field of context.fields(node)) {
      for (const expression of field.inText) {
        if (!isObject(context, node, seesBody(node, field.path), expression)) continue;
        const { start, end } = expression;
        const details = { excerpt: { text: field.text, start, end } };
        context.report("object-in-text", { text: printExpression(expression) }, { node: node.id, path: field.path }, details);
      }
    }
  }
}

function isObject(context: CheckContext, node: GraphNode, body: boolean, expression: Expression): boolean {
  if (expression.type === "object" || expression.type === "array") return true;
  if (expression.type !== "name" || expression.binding !== "free") return false;
  const meaning = findMeaning(context, { node, seesBody: body }, expression.name);
  if (meaning.kind !== "readable") return false;
  return meaning.node
    ? hasObjectOutput(context, meaning.node)
    : expression.name.endsWith("Error") && isCaughtError(context, expression.name);
}

function isCaughtError(context: CheckContext, name: string): boolean {
  return context.layout.errorEdges.has(name.slice(0, -"Error".length));
}

function hasObjectOutput(context: CheckContext, node: GraphNode): boolean {
  switch (node.kind) {
    case "control.set":
    case "control.repeat":
    case "control.forEach":
    case "control.approval":
      return true;
    case "trigger":
      return configOf(node)["on"] === "http" || configOf(node)["on"] === "schedule";
    default:
      return context.catalog.actions.get(node.kind)?.output instanceof z.ZodObject;
  }
}
