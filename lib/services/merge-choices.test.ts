import { expect, it } from "vitest";
import { parseService } from "./parse-service.ts";
import { schemaOf } from "./action-schemas.ts";
import type { JsonSchema } from "./service-definition.ts";

const text = { type: "string" };
const schemas = {
  Card: {
    type: "object",
    properties: { kind: { const: "card" }, last4: { ...text, description: "Of the card." } },
    required: ["kind", "last4"],
  },
  Bank: {
    allOf: [
      { type: "object", properties: { kind: { const: "bank" } }, required: ["kind"] },
      { type: "object", properties: { iban: text, last4: text }, required: ["iban"] },
    ],
  },
  Tree: { type: "object", properties: { next: { anyOf: [{ $ref: "#/schemas/Tree" }, { $ref: "#/schemas/Leaf" }] } } },
  Leaf: { type: "object", properties: { value: text } },
};

/** What an expression reads of an output of this schema. */
function output(schema: JsonSchema): JsonSchema {
  const action = { name: "get", label: "Get", method: "GET", path: "/", output: schema };
  const service = parseService({
    weftService: 1,
    name: "acme",
    label: "Acme",
    baseUrl: "https://acme.example.com",
    schemas,
    actions: [action],
  });
  const [made] = service.actions;
  return made === undefined ? {} : schemaOf(service, made, "output");
}

const card = { $ref: "#/schemas/Card" };
const bank = { $ref: "#/schemas/Bank" };
const either = {
  type: "object",
  properties: { kind: { anyOf: [{ const: "card" }, { const: "bank" }] }, last4: { ...text, description: "Of the card." }, iban: text },
  required: ["kind"],
  additionalProperties: false,
};

it("makes one object of a choice between objects, with what only some have optional", () => {
  expect(output({ anyOf: [card, bank] })).toEqual(either);
  expect(output({ type: "array", items: { oneOf: [card, { anyOf: [bank, card] }] } })).toEqual({ type: "array", items: either });
});

it("keeps null apart, and any choice that is not between objects", () => {
  expect(output({ anyOf: [card, bank, { type: "null" }] })).toEqual({ anyOf: [either, { type: "null" }] });
  expect(output({ anyOf: [text, card] })).toMatchObject({ anyOf: [text, { $ref: "#/$defs/Card" }] });
  expect(output({ anyOf: [card, { type: "null" }] })).toMatchObject({ anyOf: [{ $ref: "#/$defs/Card" }, { type: "null" }] });
  expect(output({ anyOf: [card, { type: "object" }] })).toMatchObject({ anyOf: [{ $ref: "#/$defs/Card" }, { type: "object" }] });
});

it("comes to an end where choices hold themselves", () => {
  expect(JSON.stringify(output({ $ref: "#/schemas/Tree" })).length).toBeLessThan(2_000);
});
