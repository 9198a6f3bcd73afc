import { expect, it } from "vitest";
import { z } from "zod";
import { openapiDocument } from "../../lib/api/openapi.ts";
import { loadRoutes } from "./serve-routes.ts";

// Any JSON Schema is a schema of OpenAPI 3.1.
const schema = z.record(z.string(), z.unknown());
const content = z.record(z.string(), z.strictObject({ schema }));
const operation = z.strictObject({
  operationId: z.string().min(1),
  summary: z.string().min(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(
    z.strictObject({
      name: z.string(),
      in: z.enum(["path", "query", "header"]),
      required: z.boolean(),
      description: z.string().optional(),
      schema,
    }),
  ),
  requestBody: z.strictObject({ description: z.string().optional(), required: z.boolean(), content }).optional(),
  responses: z.record(z.string().regex(/^(?:[1-5]\d\d|default)$/), z.strictObject({ description: z.string().min(1), content })),
});
const documentShape = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.strictObject({
    title: z.string(),
    version: z.string(),
    description: z.string(),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.string() })),
  paths: z.record(z.string().startsWith("/"), z.partialRecord(z.enum(["get", "post", "put", "patch", "delete"]), operation)),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[A-Za-z0-9._-]+$/), schema),
    securitySchemes: z.record(z.string(), z.record(z.string(), z.string())),
  }),
});

it("has the shape of an OpenAPI 3.1 document", () => {
  expect(documentShape.safeParse(openapiDocument()).error?.issues ?? []).toEqual([]);
});

it("defines every schema it refers to, and no operation twice", () => {
  const document = documentShape.parse(openapiDocument());
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]);
  const defined = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
  expect(references.length).toBeGreaterThan(20);
  expect([...new Set(references)].filter((reference) => !defined.includes(reference ?? ""))).toEqual([]);
  const ids = Object.values(document.paths).flatMap((item) => Object.values(item).map((found) => found?.operationId));
  expect(new Set(ids).size).toBe(ids.length);
});

it("names every path parameter of a path, and only those", () => {
  const document = documentShape.parse(openapiDocument());
  for (const [path, item] of Object.entries(document.paths)) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    for (const found of Object.values(item)) {
      expect(found?.parameters.filter((parameter) => parameter.in === "path").map((parameter) => parameter.name)).toEqual(named);
    }
  }
});

it("lists exactly the routes and methods that the application answers", async () => {
  const document = documentShape.parse(openapiDocument());
  const listed = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const routes = (await loadRoutes()).filter((route) => !route.path.includes("[[..."));
  const served = await Promise.all(
    routes.flatMap(({ path, handlers }) =>
      Object.entries(handlers).map(async ([method, handler]) => {
        const request = new Request(`http://weft.test${path}`, { method });
        const { status } = await handler(request, { params: Promise.resolve({}) });
        return status === 405 ? [] : [`${method} ${path.replace(/\[(\w+)\]/g, "{$1}")}`];
      }),
    ),
  );
  expect(served.flat().sort()).toEqual(listed.sort());
});
