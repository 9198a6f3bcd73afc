import { ts } from "ts-morph";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { diagnosticsOf } from "../emit/code-body.ts";
import { hasTypeParameter, printActionTypes } from "./print-action-types.ts";

const nothing = z.strictObject({});

function printOutput(output: z.ZodType): string {
  return printActionTypes({ name: "do", input: nothing, output }).split("\n\n").slice(1).join("\n\n");
}

function typeOf(field: z.ZodType): string {
  const text = printOutput(z.object({ field }));
  return /field: (.*);\n}/s.exec(text)?.[1] ?? text;
}

describe("the types of an action", () => {
  it("are an interface for what goes in and one for what comes out, with the words of the schema", () => {
    const input = z.strictObject({
      channel: z.string().meta({ label: "Channel", help: "Its id or name", example: "#vip" }),
      text: z.string().optional().meta({ label: "Message text", description: "Markdown. Ends */ nowhere." }),
      limit: z.number().default(20),
    });
    const output = z.object({ ts: z.string(), limit: z.number().default(20) });
    expect(printActionTypes({ name: "sendMessage", input, output })).toBe(`export interface SendMessageInput {
  /** Its id or name. For example \`"#vip"\`. */
  channel: string;
  /** Message text. Markdown. Ends *\\/ nowhere. */
  text?: string | undefined;
  /** Default \`20\`. */
  limit?: number | undefined;
}

export interface SendMessageOutput {
  ts: string;
  /** Default \`20\`. */
  limit: number;
}
`);
  });

  it.each([
    [z.int(), "number"],
    [z.iso.datetime(), "string"],
    [z.boolean().nullable(), "boolean | null"],
    [z.enum(["a", 'b"']), `"a" | 'b"'`],
    [z.literal([1, "x"]), '1 | "x"'],
    [z.array(z.union([z.string(), z.number()])), "(string | number)[]"],
    [z.array(z.object({ id: z.string() })), "{ id: string }[]"],
    [z.record(z.string(), z.number()), "Record<string, number>"],
    [z.record(z.string(), z.number().optional()), "Record<string, number | undefined>"],
    [z.record(z.enum(["a", "b"]), z.number()), "{ a: number; b: number }"],
    [z.partialRecord(z.enum(["a", "b"]), z.number()), "{ a?: number | undefined; b?: number | undefined }"],
    [z.tuple([z.string()], z.number()), "[string, ...number[]]"],
    [z.tuple([z.string(), z.number()]), "[string, number]"],
    [z.looseObject({ id: z.string() }), "{ id: string; [key: string]: any }"],
    [z.object({}), "Record<string, never>"],
    [z.object({ a: z.string() }).and(z.object({ b: z.number() })), "{ a: string; b: number }"],
    [z.any(), "any"],
    [z.string().transform((text) => text.length), "any"],
    [z.codec(z.string(), z.number(), { decode: Number, encode: String }), "number"],
    [
      z.discriminatedUnion("t", [z.object({ t: z.literal("a"), q: z.string() }), z.object({ t: z.literal("b") })]),
      '{ t: "a"; q: string } | { t: "b" }',
    ],
    [z.object({ "a-b": z.string(), __proto__x: z.null() }), '{ "a-b": string; __proto__x: null }'],
  ])("print %#: %s", (schema, type) => {
    expect(typeOf(schema)).toBe(type);
  });

  it("name the parts that hold themselves", () => {
    const tree = z.object({
      name: z.string(),
      get children() {
        return z.array(tree);
      },
    });
    expect(printOutput(z.object({ tree, first: tree.optional() }))).toBe(`export interface DoOutput {
  tree: DoOutputPart0;
  first?: DoOutputPart0 | undefined;
}

export interface DoOutputPart0 {
  name: string;
  children: DoOutputPart0[];
}
`);
    expect(printOutput(tree)).toBe("export interface DoOutput {\n  name: string;\n  children: DoOutput[];\n}\n");
  });

  it("take a parameter where only the user knows the shape", () => {
    const unknown = z.any().meta({ typeParameter: true, help: "Parsed" });
    expect(printOutput(z.object({ status: z.int(), body: unknown, more: z.array(unknown).optional() })))
      .toBe(`export interface DoOutput<T = Loose> {
  status: number;
  /** Parsed. */
  body: T;
  more?: T[] | undefined;
}
`);
    expect(printOutput(z.array(unknown))).toBe("export type DoOutput<T = Loose> = T[];\n");
    expect([hasTypeParameter(z.object({ unknown })), hasTypeParameter(z.object({ a: z.any() }))]).toEqual([true, false]);
  });

  it("are aliases where no interface can say it", () => {
    expect(printActionTypes({ name: "do", input: nothing, output: z.null() })).toBe(
      "export type DoInput = Record<string, never>;\n\nexport type DoOutput = null;\n",
    );
    const long = z.union(Array.from({ length: 6 }, (_, index) => z.object({ kind: z.literal(`quite-long-${index}`) })));
    expect(printOutput(long)).toBe(
      `export type DoOutput =${Array.from({ length: 6 }, (_, index) => `\n  | { kind: "quite-long-${index}" }`).join("")};\n`,
    );
  });

  it("are valid TypeScript whatever names and texts there are", () => {
    const hostile = ["*/", "a b", "__proto__", "constructor", "</script>", "\u2028", '"', "1x", ""];
    const shape = Object.fromEntries(
      hostile.map((name) => [name, z.literal(name).meta({ label: name, help: `${name}*/ code(`, example: name })]),
    );
    const text = printOutput(z.object(shape));
    expect(diagnosticsOf(ts.createSourceFile("t.ts", text, ts.ScriptTarget.ES2024))).toEqual([]);
  });
});
