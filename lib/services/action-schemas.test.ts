import { expect, it } from "vitest";
import { z } from "zod";
import { acme } from "./acme-for-test.ts";
import { schemaOf, zodOf } from "./action-schemas.ts";
import { printTypes } from "./print-service.ts";
import type { ServiceDefinition } from "./service-definition.ts";

const service = acme("https://acme.example.com");

function actionOf(name: string, of: ServiceDefinition = service) {
  const action = of.actions.find((candidate) => candidate.name === name);
  if (!action) throw new Error(name);
  return action;
}

it("leaves read-only fields out of an input, write-only ones out of an output, and closes objects", () => {
  const input = schemaOf(service, actionOf("createOrder"), "input");
  expect(input).toMatchObject({
    additionalProperties: false,
    $defs: { Order: { properties: { sku: {}, parts: {} }, required: ["sku"], additionalProperties: false } },
  });
  expect(input).not.toHaveProperty("$defs.Order.properties.id");
  expect(input).not.toHaveProperty("properties.shop.x-in");
  expect(schemaOf(service, actionOf("createOrder"), "output")).toHaveProperty("$defs.Order.properties.id");
});

it("gives the very schema back that it was made from", () => {
  const schema = schemaOf(service, actionOf("listOrders"), "output");
  const { $schema: _dialect, ...again } = z.toJSONSchema(zodOf(schema));
  expect(again).toEqual(schema);
});

it("names recursive types once", () => {
  expect(printTypes(service, actionOf("listOrders"))).toBe(`export interface ListOrdersInput {
  limit?: number | undefined;
  status?: ("open" | "paid")[] | undefined;
}

export type ListOrdersOutput = ListOrdersOutputOrder[];

export interface ListOrdersOutputOrder {
  id: string;
  sku: string;
  parts?: ListOrdersOutputOrder[] | undefined;
}
`);
});

it.each([
  [{ shop: "s", number: 1, order: { sku: "a", parts: [{ sku: "b" }] } }, []],
  [{ shop: "s", number: 1.5, order: { sku: "a" } }, ["number"]],
  [{ shop: "s", number: 1, order: { sku: "a", parts: [{ sku: 2 }] } }, ["order", "parts", 0, "sku"]],
  [{ shop: "s", number: 1 }, ["order"]],
])("checks %j at its fields", (input, path) => {
  expect(zodOf(schemaOf(service, actionOf("createOrder"), "input")).safeParse(input).error?.issues[0]?.path ?? []).toEqual(path);
});

it("puts the hints of a field on its form", () => {
  const zod = zodOf(schemaOf(service, actionOf("createOrder"), "input"));
  expect(zod).toBeInstanceOf(z.ZodObject);
  expect((zod as z.ZodObject).shape["shop"]?.meta()).toMatchObject({ label: "Shop" });
});

it("takes what a choice, a part of all, or a union allows", () => {
  const zod = zodOf({
    anyOf: [
      {
        allOf: [
          { type: "object", properties: { a: { type: "string" } }, required: ["a"] },
          { type: "object", properties: { b: { const: 1 } }, required: ["b"] },
        ],
      },
      { type: ["null", "array"], items: { enum: ["x", null] } },
    ],
  });
  expect([{ a: "1", b: 1 }, null, ["x", null]].map((value) => zod.safeParse(value).success)).toEqual([true, true, true]);
  expect([{ a: "1" }, ["y"], 1].map((value) => zod.safeParse(value).success)).toEqual([false, false, false]);
});

it("names the nearest schemas alone where everything leads to everything", () => {
  const schemas = Object.fromEntries(
    Array.from({ length: 500 }, (_, at) => [`S${at}`, { type: "object", properties: { next: { $ref: `#/schemas/S${(at + 1) % 500}` } } }]),
  );
  const chain = acme("https://acme.example.com", {
    schemas,
    actions: [{ name: "get", label: "Get", method: "GET", path: "/", output: { $ref: "#/schemas/S0" } }],
  });
  const schema = schemaOf(chain, actionOf("get", chain), "output");
  expect(Object.keys(schema["$defs"] ?? {})).toHaveLength(120);
  expect(schema).toHaveProperty("$defs.S119.properties.next", {});
});
