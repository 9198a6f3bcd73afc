import { printSchemaText } from "../emit/input-type.ts";
import type { ts } from "ts-morph";
import type { JsonSchema } from "../schema/output-schema.ts";
import type { Value } from "../ir/ir.ts";
import { dataSchemaOf, takesOutput } from "../schema/output-schema.ts";
import { readType } from "./read-type.ts";
import type { Reader } from "./reader.ts";

/** A type as a node's `output`; none where it is `any` as it stands. */
export function readOutput(type: ts.TypeNode, reader: Reader): { output: JsonSchema } | undefined {
  if (/^(?:any|unknown)$/.test(type.getText(reader.file))) return undefined;
  return { output: readType(type, { file: reader.file, declared: reader.types }) };
}

/** What `<OrderData>` behind the name of an action's step says of its data. */
export function readTypeArgument(
  written: ts.NodeArray<ts.TypeNode> | undefined,
  kind: string,
  reader: Reader,
): { output: JsonSchema } | undefined {
  const [type, more] = written ?? [];
  if (!type) return undefined;
  if (more) return reader.refuse(more, "a second type argument", "Give one: what the data looks like.");
  if (takesOutput(kind, reader.catalog)) return readOutput(type, reader);
  return reader.refuse(type, "a type argument here: what the step gives is known", "Leave it out.");
}

/** What the code says of a step's data beyond what the step's config says already. */
export function saidBeside(
  output: JsonSchema | undefined,
  kind: string,
  config: Readonly<Record<string, Value>>,
  reader: Reader,
): { output: JsonSchema } | undefined {
  const action = reader.catalog.actions.get(kind);
  if (output === undefined || !action) return undefined;
  const known = dataSchemaOf(action, undefined, config);
  return known && printSchemaText(known) === printSchemaText(output) ? undefined : { output };
}
