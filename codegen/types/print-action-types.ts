import { z } from "zod";
import { toPascalCase } from "../emit/identifier.ts";
import type { Json } from "../schema/json.ts";
import { printMembers, printType } from "./print-type.ts";
import type { JsonSchema, TypeNames, TypeTree } from "./type-tree.ts";
import { isSchema, typeOfSchema } from "./type-tree.ts";

/** What of an action its types are made from. */
export interface TypedAction {
  readonly name: string;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

/** Whether the output of an action has a part that only the user knows the shape of: its type then takes a parameter. */
export function hasTypeParameter(output: z.ZodType): boolean {
  return mentionsParameter(jsonSchemaOf(output, "output"));
}

/**
 * The TypeScript types of an action as `types.generated.ts` holds them: `SendMessageInput` and `SendMessageOutput`, and a named type
 * for each recursive part. A file whose text names `Loose` must import it from the kit.
 */
export function printActionTypes(action: TypedAction): string {
  const name = toPascalCase(action.name);
  const input = printSide(`${name}Input`, jsonSchemaOf(action.input, "input"));
  return `${input}\n${printSide(`${name}Output`, jsonSchemaOf(action.output, "output"))}`;
}

/** The JSON Schema of one side of an action, with what JSON Schema cannot say of Zod's: that a record's values may be undefined. */
export function jsonSchemaOf(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  // JSON Schema is JSON; zod types it by its own interface.
  return z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      if (def.type === "record" && def.valueType._zod.def.type === "optional") jsonSchema["optionalValues"] = true;
    },
  }) as JsonSchema;
}

function printSide(name: string, schema: JsonSchema): string {
  const definitions = isSchema(schema["$defs"]) ? schema["$defs"] : {};
  // A step cannot take what only its answer can tell.
  const generic = name.endsWith("Output") ? findGeneric(schema, definitions) : new Set<string>();
  const nameOf = (key: string): string => `${name}${toPascalCase(key.replace(/^__schema/, "Part").replace(/[^A-Za-z0-9]+/g, ""))}`;
  const names: TypeNames = {
    loose: "any",
    parameter: name.endsWith("Output") ? "T" : "any",
    reference(pointer) {
      if (pointer === "#") return name + (generic.has("#") ? "<T>" : "");
      const key = pointer.replace(/^#\/(?:\$defs|definitions)\//, "");
      return Object.hasOwn(definitions, key) ? nameOf(key) + (generic.has(key) ? "<T>" : "") : undefined;
    },
  };
  const parts = [
    printDeclaration(name, typeOfSchema(schema, names), generic.has("#")),
    ...Object.entries(definitions).map(([key, part]) => printDeclaration(nameOf(key), typeOfSchema(part, names), generic.has(key))),
  ];
  return parts.join("\n");
}

function printDeclaration(name: string, type: TypeTree, generic: boolean): string {
  const head = `${name}${generic ? "<T = Loose>" : ""}`;
  if (typeof type === "object" && type.kind === "object") {
    return `export interface ${head} {\n${printMembers(type.members, type.open, "  ")}}\n`;
  }
  const start = `export type ${head} =`;
  const text = printType(type, "", start.length + 1);
  return `${start}${text.startsWith("\n") ? "" : " "}${text};\n`;
}

/** Which of the definitions (`#` for the schema itself) hold the type parameter, themselves or through a reference. */
function findGeneric(schema: JsonSchema, definitions: JsonSchema): ReadonlySet<string> {
  const { $defs: _, ...own } = schema;
  const all = new Map<string, Json>([["#", own], ...Object.entries(definitions)]);
  const generic = new Set([...all].filter(([, part]) => mentionsParameter(part)).map(([key]) => key));
  for (let before = -1; before !== generic.size;) {
    before = generic.size;
    for (const [key, part] of all) if (refersTo(part, generic)) generic.add(key);
  }
  return generic;
}

function mentionsParameter(part: Json): boolean {
  if (Array.isArray(part)) return part.some(mentionsParameter);
  return isSchema(part) && (part["typeParameter"] !== undefined || Object.values(part).some(mentionsParameter));
}

function refersTo(part: Json, names: ReadonlySet<string>): boolean {
  if (Array.isArray(part)) return part.some((item) => refersTo(item, names));
  if (!isSchema(part)) return false;
  const reference = typeof part["$ref"] === "string" ? part["$ref"].replace(/^#\/(?:\$defs|definitions)\//, "") : undefined;
  return (reference !== undefined && names.has(reference)) || Object.values(part).some((item) => refersTo(item, names));
}
