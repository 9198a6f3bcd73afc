import { expect, it } from "vitest";
import { manualInput } from "./manual-input.ts";

it("takes a payload without request parts for the body of an http run", () => {
  expect(manualInput("v", { on: "http" }, { orderId: "1" })).toEqual({ body: { orderId: "1" }, query: {}, headers: {} });
});

it("takes a payload with a body for the whole input of an http run", () => {
  expect(manualInput("v", { on: "http" }, { body: 1, query: { a: "b" } })).toEqual({ body: 1, query: { a: "b" }, headers: {} });
});

it("hands any other workflow the payload as it is", () => {
  expect(manualInput("manual", { on: "manual" }, [1, 2])).toEqual([1, 2]);
});

it("names the field that does not fit the trigger's schema", () => {
  const input = { type: "object", properties: { id: { type: "string" } }, required: ["id"] };
  expect(() => manualInput("schema", { on: "manual", input }, {})).toThrow(expect.objectContaining({ code: "invalid_input" }));
});
