import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSchemaProblem } from "../schema/output-schema.ts";
import { inferSchema } from "./infer-schema.ts";
import { printSchemaType } from "./print-type.ts";

const print = (...samples: unknown[]): string => printSchemaType(inferSchema(samples));

describe("the schema of samples", () => {
  it.each([
    [["a", "b"], "string"],
    [[1, 2.5], "number"],
    [[null], "null"],
    [["a", null], "string | null"],
    [[1, "a", true, null], "string | number | boolean | null"],
    [[[]], "any[]"],
    [[[1, "a"], [null]], "(string | number | null)[]"],
    [[{}], "Record<string, any>"],
    [[{ a: 1 }, { a: 2 }], "{ a: number }"],
    [[{ a: 1, b: "x" }, { a: 2 }], "{ a: number; b?: string | undefined }"],
    [[{ a: 1 }, { a: "x" }, { a: null }], "{ a: string | number | null }"],
    [[{ a: { b: 1 } }, { a: { b: 2, c: true } }], "{ a: { b: number; c?: boolean | undefined } }"],
    [[{ a: { b: 1 } }, { a: [1] }, { a: null }], "{ a: { b: number } | number[] | null }"],
    [[[{ a: 1 }, { b: 2 }]], "{ a?: number | undefined; b?: number | undefined }[]"],
    [[{ a: undefined, b: 1 }], "{ b: number }"],
    [[], "any"],
  ])("%j is %s", (samples, type) => {
    expect(print(...samples)).toBe(type);
  });

  it("is a table where the names are ids, and only there", () => {
    expect(print({ "1001": { total: 5 }, "1002": { total: 6 }, "1003": { total: 7, note: "x" } })).toBe(
      "Record<string, { total: number; note?: string | undefined }>",
    );
    expect(print({ cus_A1b2C3: "x", cus_D4e5F6: "y", cus_G7h8I9: null })).toBe("Record<string, string | null>");
    expect(print({ "2026-01-01": 1, "2026-01-02": 2, "2026-01-03": 3 })).toBe("Record<string, number>");
    expect(print({ "1001": 1, "1002": 2 })).toBe("{ 1001: number; 1002: number }");
    expect(print({ "1001": 1, "1002": "two", "1003": [3] })).toBe("{ 1001: number; 1002: string; 1003: number[] }");
    expect(print({ line1: "a", line2: "b", line3: "c" })).toBe("{ line1: string; line2: string; line3: string }");
  });

  it("never takes values for choices", () => {
    expect(inferSchema([{ status: "open" }, { status: "open" }])).toEqual({
      type: "object",
      properties: { status: { type: "string" } },
      required: ["status"],
    });
  });

  it("is bounded in depth and width", () => {
    let deep: unknown = 1;
    for (let level = 0; level < 5_000; level++) deep = level % 2 === 0 ? { deeper: deep } : [deep];
    expect(findSchemaProblem(inferSchema([deep]))).toBeUndefined();
    const wide = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`field${index}x`, index]));
    expect(print(wide)).toBe("Record<string, number>");
  });

  it("leaves out what could not be read", () => {
    const hostile: unknown = JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1, "toString": "x"}');
    const schema = inferSchema([hostile, hostile]);
    expect(schema).toEqual({
      type: "object",
      properties: { constructor: { type: "number" }, toString: { type: "string" } },
      required: ["constructor", "toString"],
    });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(findSchemaProblem(schema)).toBeUndefined();
  });

  it("of ten megabytes is there within seconds", () => {
    const row = (index: number) => ({
      id: index,
      name: `Customer ${index}`,
      tags: ["a", "b"],
      address: { street: "Long Street 1", city: index % 2 === 0 ? "Bonn" : null },
    });
    const large = Array.from({ length: 90_000 }, (_, index) => row(index));
    expect(JSON.stringify(large).length).toBeGreaterThan(9_000_000);
    const began = performance.now();
    expect(print(large)).toBe("{ id: number; name: string; tags: string[]; address: { street: string; city: string | null } }[]");
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it("accepts every sample, and may be a node's output", () => {
    const ajv = new Ajv2020({ strict: false, ownProperties: true });
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ maxDepth: 4 }), { maxLength: 6 }), (samples) => {
        const schema = inferSchema(samples);
        const validate = ajv.compile(schema);
        expect(
          samples.every((sample) => validate(JSON.parse(JSON.stringify(sample))) || JSON.stringify(sample).includes("__proto__")),
        ).toBe(true);
        expect(findSchemaProblem(schema)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});
