import { z } from "zod";
import { jsonSchema } from "../../codegen/schema/json.ts";
import { policySchema } from "../../codegen/schema/graph.ts";

const id = z.string().min(1).max(100);
const text = z.string().max(10_000);
const jsonObject = z.record(z.string(), jsonSchema);
const label = z.string().max(200);
/** `node`, or `node.port` for another port than `out`. */
const exit = z.string().min(1).max(310);

const settings = {
  label: label.exactOptional(),
  config: jsonObject.exactOptional(),
  connection: z.string().max(200).nullable().exactOptional(),
  output: jsonObject.nullable().exactOptional(),
  policy: policySchema.nullable().exactOptional(),
};

/**
 * What a model may do to a document: one JSON object a line. Positions, sizes and edges' ids are not its business. In `setNode`, keys of
 * `config` replace those of the same name and null removes one; null elsewhere removes the field.
 */
export const operationSchema = z.discriminatedUnion("op", [
  z.strictObject({
    op: z.literal("setWorkflow"),
    name: id.exactOptional(),
    title: label.exactOptional(),
    description: text.exactOptional(),
  }),
  z.strictObject({
    op: z.literal("addNode"),
    id,
    kind: z.string().min(1).max(200),
    ...settings,
    parent: id.exactOptional(),
    after: z.union([exit, z.array(exit).max(100)]).exactOptional(),
  }),
  z.strictObject({ op: z.literal("setNode"), id, ...settings, disabled: z.boolean().exactOptional() }),
  z.strictObject({ op: z.literal("removeNode"), id }),
  z.strictObject({ op: z.literal("renameNode"), id, to: id }),
  z.strictObject({ op: z.literal("connect"), from: exit, to: id }),
  z.strictObject({ op: z.literal("disconnect"), from: exit, to: id }),
  z.strictObject({ op: z.literal("say"), text }),
]);
export type Operation = z.infer<typeof operationSchema>;
