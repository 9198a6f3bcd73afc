import { expect, it } from "vitest";
import { checkInput } from "./check-input.ts";

const schema = {
  type: "object",
  required: ["body"],
  properties: {
    body: {
      type: "object",
      required: ["orderId"],
      properties: {
        orderId: { type: "string" },
        count: { type: "integer" },
        tags: { type: "array", items: { type: "string" } },
        kind: { enum: ["a", "b"] },
        "a/b c": { type: "number" },
      },
      additionalProperties: false,
    },
  },
};

it("accepts an input that fits", () => {
  expect(checkInput("v1", schema, { body: { orderId: "1", tags: ["x"] } })).toEqual([]);
});

it("names each wrong field by its path and nothing else", () => {
  const problems = checkInput("v1", schema, { body: { count: "x", tags: ["a", 1], kind: "c", extra: 1, "a/b c": "y" } });
  expect(problems).toEqual([
    { path: "body.orderId", message: "is required." },
    { path: "body.count", message: "must be integer, not string." },
    { path: "body.tags.1", message: "must be string, not number." },
    { path: "body.kind", message: 'must be one of ["a","b"].' },
    { path: "body.a/b c", message: "must be number, not string." },
    { path: "body.extra", message: "is not expected." },
  ]);
});

it("names the input itself when it is of the wrong type", () => {
  expect(checkInput("v1", schema, 3)).toEqual([{ path: "input", message: "must be object, not number." }]);
});
