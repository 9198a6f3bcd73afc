import type { NodeRef } from "../ir/ir.ts";
import type { JsonSchema } from "../schema/output-schema.ts";
import { escapeComment } from "./comment.ts";
import type { EmitContext } from "./context.ts";
import type { Doc } from "./doc.ts";
import { hardline, mark } from "./doc.ts";
import { printInterfaceBody, printSchemaType } from "./input-type.ts";

/** Declares what a node's data looks like above the workflow, `interface OrderData { … }`, and gives the type's name. */
export function declareData(node: NodeRef, schema: JsonSchema, context: EmitContext): string {
  const name = context.names.dataOf(node.id);
  const description = typeof schema["description"] === "string" ? schema["description"].trim() : "";
  const members = printInterfaceBody(schema);
  const declared: Doc = members === undefined ? ["type ", name, " = ", printSchemaType(schema), ";"] : ["interface ", name, " ", members];
  context.addDataType(mark(node.id, [], description === "" ? declared : [`/** ${escapeComment(description)} */`, hardline, declared]));
  return name;
}

/** `<OrderData>` behind the name of a step, or nothing. */
export function printTypeArgument(node: NodeRef, schema: JsonSchema | undefined, context: EmitContext): string {
  return schema === undefined ? "" : `<${declareData(node, schema, context)}>`;
}
