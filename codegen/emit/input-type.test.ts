import * as fc from "fast-check";
import { ts } from "ts-morph";
import { describe, expect, it } from "vitest";
import type { Json } from "../schema/json.ts";
import { diagnosticsOf } from "./code-body.ts";
import { printDoc } from "./doc.ts";
import { printSchemaType } from "./input-type.ts";

const print = (schema: { [key: string]: Json }): string => printDoc(printSchemaType(schema), 100).text;

describe("the TypeScript type of a JSON Schema", () => {
  it.each([
    [{}, "any"],
    [{ type: "string" }, "string"],
    [{ type: ["string", "null"] }, "string | null"],
    [{ enum: ["a", 1, null] }, '"a" | 1 | null'],
    [{ type: "array", items: { type: ["string", "number"] } }, "(string | number)[]"],
    [{ type: "object", additionalProperties: { type: "number" } }, "Record<string, number>"],
    [{ $defs: { a: { type: "boolean" } }, $ref: "#/$defs/a" }, "boolean"],
    [{ $defs: { a: { type: "array", items: { $ref: "#/$defs/a" } } }, $ref: "#/$defs/a" }, "any[]"],
    [{ allOf: [{ anyOf: [{ type: "string" }, { type: "null" }] }, {}] }, "(string | null) & any"],
  ])("of %j is %s", (schema, type) => {
    expect(print(schema)).toBe(type);
  });

  it("is valid TypeScript whatever the schema", () => {
    const word = fc.constantFrom(
      "type",
      "properties",
      "items",
      "enum",
      "const",
      "anyOf",
      "allOf",
      "$ref",
      "required",
      "additionalProperties",
      "description",
      "*/",
      "__proto__",
    );
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom("object", "array", "string", "null", "#", "#/properties/x", "*/", "</script>"),
        fc.integer(),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(word, tie("value"), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(word, json.value), (schema) => {
        // The generator makes JSON only; fast-check types it as unknown.
        const text = `type T = ${print(schema as { [key: string]: Json })};`;
        const file = ts.createSourceFile("t.ts", text, ts.ScriptTarget.ES2024);
        expect([diagnosticsOf(file).length, file.statements.length, text]).toEqual([0, 1, text]);
      }),
    );
  });
});
