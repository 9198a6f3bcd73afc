import { describe, expect, it } from "vitest";
import { payloadFields, putValue } from "./payload-form-fields.ts";

describe("payloadFields", () => {
  it("makes a field of each property, objects opened up", () => {
    const fields = payloadFields({
      type: "object",
      properties: {
        orderId: { type: "string", description: "The number of an order.", examples: ["1001"] },
        amount: { type: "integer" },
        plan: { enum: ["free", "vip"] },
        rush: { type: ["boolean", "null"] },
        customer: { type: "object", properties: { email: { type: "string", format: "email" } }, required: ["email"] },
        lines: { type: "array" },
      },
      required: ["orderId"],
    });
    expect(fields?.map(({ path, input, required }) => `${path.join(".")} ${input}${required ? " required" : ""}`)).toEqual([
      "orderId text required",
      "amount integer",
      "plan choice",
      "rush boolean",
      "customer.email email required",
      "lines json",
    ]);
    expect(fields?.[0]).toMatchObject({ label: "orderId", help: "The number of an order.", placeholder: "1001" });
  });
  it("makes no form of what has no properties", () => {
    expect([payloadFields(undefined), payloadFields({}), payloadFields({ type: "string" }), payloadFields({ properties: {} })]).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
  });
});

describe("putValue", () => {
  it("puts a value in place and leaves the rest", () => {
    expect(putValue({ a: 1, b: { c: 2, d: 3 } }, ["b", "c"], 9)).toEqual({ a: 1, b: { c: 9, d: 3 } });
  });
  it("makes objects on the way", () => {
    expect(putValue(null, ["customer", "email"], "a@b.c")).toEqual({ customer: { email: "a@b.c" } });
  });
  it("takes a value away", () => {
    expect(putValue({ a: 1, b: 2 }, ["a"], undefined)).toEqual({ b: 2 });
  });
});
