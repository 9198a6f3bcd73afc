import type { Catalog, CatalogAction } from "../catalog.ts";
import type { Block, WorkflowIr } from "../ir/ir.ts";
import type { Json } from "../schema/json.ts";
import type { JsonSchema } from "../schema/output-schema.ts";
import { dataSchemaOf, fillParameter, outputSchemaOf } from "../schema/output-schema.ts";
import { triggerInputSchema } from "../schema/trigger-input.ts";

/** Tells which data of a workflow is of unknown shape: what neither the trigger's schema nor an action's output describes. */
export function findLooseData(ir: WorkflowIr, catalog: Catalog): (name: string, path: readonly (string | number)[]) => boolean {
  const schemas = new Map<string, JsonSchema>([[ir.trigger.node.id, triggerInputSchema(ir.trigger.config)]]);
  collectOutputs(ir.body, catalog, schemas);
  return (name, path) => {
    let schema: Json | undefined = schemas.get(name);
    for (const step of path) schema = isSchema(schema) ? stepInto(schema, step) : undefined;
    return !isSchema(schema) || !isDescribed(schema);
  };
}

function stepInto(schema: JsonSchema, step: string | number): Json | undefined {
  const properties = schema["properties"];
  if (typeof step === "string" && isSchema(properties) && Object.hasOwn(properties, step)) return properties[step];
  if (schema["type"] === "array") return typeof step === "number" ? schema["items"] : { type: "number" };
  if (["$ref", "anyOf", "oneOf", "allOf"].some((key) => key in schema)) return undefined;
  return schema["additionalProperties"];
}

function isDescribed(schema: JsonSchema): boolean {
  return ["type", "enum", "const", "anyOf", "oneOf", "allOf", "$ref", "properties"].some((key) => key in schema);
}

function isSchema(value: Json | undefined): value is JsonSchema {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function outputOf(action: CatalogAction, data: JsonSchema | undefined): JsonSchema {
  const schema = outputSchemaOf(action);
  // What a schema becomes is one again.
  return data === undefined ? schema : (fillParameter(schema, data) as JsonSchema);
}

function collectOutputs(body: Block, catalog: Catalog, into: Map<string, JsonSchema>): void {
  for (const statement of body) {
    if (statement.kind === "call") {
      const action = catalog.actions.get(statement.action);
      if (action) into.set(statement.node.id, outputOf(action, dataSchemaOf(action, statement.output, statement.config)));
    }
    if ((statement.kind === "code" || statement.kind === "event") && statement.output) into.set(statement.node.id, statement.output);
    if ("body" in statement) collectOutputs(statement.body, catalog, into);
    if (statement.kind === "branch") for (const arm of statement.arms) collectOutputs(arm.body, catalog, into);
    if (statement.kind === "parallel") for (const arm of statement.arms) collectOutputs(arm, catalog, into);
    if (statement.kind === "tasks") for (const task of statement.tasks) collectOutputs(task.body, catalog, into);
  }
}
