import { z } from "zod";
import type { Operation, OperationAccess } from "./operation.ts";
import { operations } from "./operations.ts";
import { errorBody } from "./schemas.ts";

type JsonObject = Record<string, unknown>;

const SECURITY: Record<OperationAccess, readonly JsonObject[]> = {
  anyone: [{}],
  user: [{ session: [] }],
  scheduler: [{ scheduler: [] }],
  read: [{ key: [] }, { session: [] }],
  run: [{ key: [] }, { session: [] }],
  edit: [{ key: [] }, { session: [] }],
  manage: [{ key: [] }, { session: [] }],
  workflow: [{ key: [] }, {}],
};

/** The OpenAPI 3.1 document of the whole API, made from the operations the routes enforce. */
export function openapiDocument(): JsonObject {
  const paths: Record<string, JsonObject> = {};
  const schemas: JsonObject = {};
  for (const operation of Object.values<Operation>(operations)) {
    const item = (paths[operation.path] ??= {});
    item[operation.method.toLowerCase()] = describe(operation, schemas);
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "Weft",
      version: "1",
      description: "Start, watch, answer and cancel runs of published workflows; publish them. Every failure has one shape: `Error`.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: "A key made by `weft key create`, for example `weft_…`." },
        scheduler: { type: "http", scheme: "bearer", description: "The server's `CRON_SECRET`." },
      },
    },
  };
}

function describe(operation: Operation, schemas: JsonObject): JsonObject {
  const body = requestBody(operation, schemas);
  return {
    operationId: operation.id,
    summary: operation.summary,
    security: SECURITY[operation.access],
    parameters: [
      ...parameters("path", operation.params, schemas),
      ...parameters("query", operation.query, schemas),
      ...parameters("header", operation.headers, schemas),
    ],
    ...(body ? { requestBody: body } : {}),
    responses: responses(operation, schemas),
  };
}

function parameters(where: "path" | "query" | "header", schema: z.ZodObject | undefined, schemas: JsonObject): JsonObject[] {
  if (!schema) return [];
  return Object.entries(schema.shape).map(([name, field]) => {
    const { description, ...rest } = jsonSchema(field as z.ZodType, schemas, "input");
    const required = where === "path" || !(field as z.ZodType).safeParse(undefined).success;
    return { name, in: where, required, ...(description === undefined ? {} : { description }), schema: rest };
  });
}

function requestBody(operation: Operation, schemas: JsonObject): JsonObject | undefined {
  if (operation.body) return { required: true, content: { "application/json": { schema: jsonSchema(operation.body, schemas, "input") } } };
  if (!operation.rawBody) return undefined;
  const content = Object.fromEntries(
    ["application/json", "application/x-www-form-urlencoded", "text/plain"].map((type) => [type, { schema: {} }]),
  );
  return { description: operation.rawBody.description, required: false, content };
}

function responses(operation: Operation, schemas: JsonObject): JsonObject {
  const described = Object.entries(operation.replies).map(([status, reply]) => {
    const type = reply.contentType ?? "application/json";
    const schema = reply.schema ? jsonSchema(reply.schema, schemas, "output") : { type: "string" };
    return [status, { description: reply.description, content: { [type]: { schema } } }];
  });
  const failure = {
    description: "Any other failure.",
    content: { "application/json": { schema: jsonSchema(errorBody, schemas, "output") } },
  };
  return { ...Object.fromEntries(described), default: failure };
}

/** A schema as JSON Schema 2020-12; those with an id go to `components/schemas` and are referred to. */
function jsonSchema(schema: z.ZodType, schemas: JsonObject, io: "input" | "output"): JsonObject {
  const { $schema: _dialect, $defs, ...json } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  for (const [name, definition] of Object.entries($defs ?? {})) schemas[name] = inDocument(definition);
  return inDocument(json);
}

/** Points references at the document's definitions rather than the schema's own. */
function inDocument(schema: object): JsonObject {
  // What `JSON.stringify` made of an object parses to an object.
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonObject;
}
