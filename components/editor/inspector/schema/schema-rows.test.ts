import { describe, expect, it } from "vitest";
import { freshField, rowsOf, typeOfSchema, withDescription, withRows, withType } from "./schema-rows.ts";

const order = {
  type: "object",
  properties: {
    id: { type: "string", pattern: "^[0-9]+$", description: "Its number." },
    lines: { type: "array", items: { type: "object" } },
  },
  required: ["id"],
  additionalProperties: false,
};

describe("a schema as a table", () => {
  it("has a row for each field, and comes back as it was", () => {
    expect(rowsOf(order).map(({ name, required, schema }) => [name, required, typeOfSchema(schema)])).toEqual([
      ["id", true, "string"],
      ["lines", false, "array"],
    ]);
    expect(withRows(order, rowsOf(order))).toEqual(order);
  });

  it("keeps what it cannot show", () => {
    const renamed = rowsOf(order).map((row) => (row.name === "id" ? { ...row, name: "number" } : row));
    expect(withRows(order, renamed)["properties"]).toMatchObject({ number: { pattern: "^[0-9]+$" } });
    expect(typeOfSchema({ anyOf: [{ type: "string" }] })).toBe("other");
    expect(typeOfSchema({ type: "string", enum: ["a"] })).toBe("other");
    expect(typeOfSchema({ type: ["string", "null"] })).toBe("other");
    expect(withType({ type: "string", enum: ["a"] }, "other")).toEqual({ type: "string", enum: ["a"] });
  });

  it("changes a field's type and keeps its words", () => {
    expect(withType({ type: "string", minLength: 1, description: "Why." }, "integer")).toEqual({ type: "integer", description: "Why." });
    expect(withType({ type: "string" }, "array")).toEqual({ type: "array", items: { type: "string" } });
    expect(withType({ type: "string", description: "Why." }, "any")).toEqual({ description: "Why." });
    expect(withDescription({ type: "string", description: "Why." }, "")).toEqual({ type: "string" });
  });

  it("leaves an object without fields", () => {
    expect(withRows(order, [])).toEqual({ type: "object" });
    expect(freshField(rowsOf(order))).toBe("field3");
  });
});
