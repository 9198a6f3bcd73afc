import { describe, expect, it } from "vitest";
import { actionSchema } from "../../../../plugins/kit/action-schema.ts";
import { exampleInputs } from "../../../../plugins/kit/example-inputs.ts";
import { catalog } from "../../../../plugins/catalog.ts";
import type { Json } from "../../../../codegen/schema/json.ts";
import type { FormField, FormSchema, FormShape } from "./form-description.ts";
import { describeForm, labelOf } from "./form-description.ts";
import { findLiteralProblem, isOfShape, variantOf } from "./literal-problem.ts";

const actions = [...catalog.actions.values()].map((action) => ({ action, schema: actionSchema(action).input }));

/** Every place in a schema where something can be put, as a path: `[]` any entry of a list, `{}` any value by name. */
function placesOfSchema(schema: unknown, at: string): string[] {
  if (schema === null || typeof schema !== "object") return [];
  const {
    properties = {},
    items,
    additionalProperties,
    anyOf = [],
  } = schema as {
    properties?: Record<string, unknown>;
    items?: unknown;
    additionalProperties?: unknown;
    anyOf?: unknown[];
  };
  return [
    at,
    ...Object.entries(properties).flatMap(([name, property]) => placesOfSchema(property, `${at}.${name}`)),
    ...placesOfSchema(items, `${at}[]`),
    ...placesOfSchema(additionalProperties, `${at}{}`),
    ...anyOf.flatMap((option) => placesOfSchema(option, at)),
  ];
}

function placesOfShape(shape: FormShape, at: string): string[] {
  switch (shape.kind) {
    case "object":
      return [at, ...placesOfFields(shape.fields, at), ...(shape.rest ? placesOfShape(shape.rest, `${at}{}`) : [])];
    case "list":
      return [at, ...placesOfShape(shape.item, `${at}[]`)];
    case "record":
      return [at, ...placesOfShape(shape.value, `${at}{}`)];
    case "union":
      return shape.variants.flatMap((variant) => placesOfShape(variant.shape, at));
    default:
      return [at];
  }
}

function placesOfFields(fields: readonly FormField[], at: string): string[] {
  return fields.flatMap((field) => placesOfShape(field.shape, `${at}.${field.name}`));
}

describe("the forms of the whole catalog", () => {
  it("are there for every action", () => {
    expect(actions.length).toBeGreaterThan(450);
  });

  it("reach every place of every action's input", () => {
    for (const { action, schema } of actions) {
      const reached = new Set(["", ...placesOfFields(describeForm(schema), "")]);
      const lost = placesOfSchema(schema, "").filter((place) => !reached.has(place));
      expect(lost, `${action.kind}`).toEqual([]);
    }
  });

  it("name every field, and repeat every hint", () => {
    for (const { action, schema } of actions) {
      const fields = describeForm(schema);
      const properties = (schema["properties"] ?? {}) as Record<string, FormSchema>;
      const required = (schema["required"] ?? []) as string[];
      expect(
        fields.map(({ name, label, help, example, fallback, required: needed, shownWhen }) => ({
          name,
          label,
          help,
          example,
          fallback,
          needed,
          shownWhen,
        })),
        `${action.kind}`,
      ).toEqual(
        Object.entries(properties).map(([name, property]) => ({
          name,
          label: property["label"],
          help: property["help"],
          example: property["example"],
          fallback: property["default"],
          needed: required.includes(name),
          shownWhen: property["shownWhen"],
        })),
      );
    }
  });

  it("offer live choices wherever an action has them", () => {
    const count = (text: string, word: string): number => text.split(word).length - 1;
    for (const { action, schema } of actions) {
      expect(count(JSON.stringify(describeForm(schema)), '"live":true'), `${action.kind}`).toBe(
        count(JSON.stringify(schema), '"options":{"action"'),
      );
    }
  });

  it("take every example of every action, and find for each value the kind it is of", () => {
    for (const { action } of actions) {
      const definition = action.plugin.actions.find(({ name }) => action.kind.endsWith(`.${name}`));
      const fields = describeForm(actionSchema(action).input);
      for (const { title, input } of definition ? exampleInputs(definition) : []) {
        // Examples are JSON: they are written in the documentation.
        for (const [name, value] of Object.entries(input) as [string, Json][]) {
          const shape = fields.find((field) => field.name === name)?.shape;
          expect(shape && isOfShape(shape, value), `${action.kind} ${title} ${name}`).toBe(true);
        }
      }
    }
  });
});

describe("the form of a schema", () => {
  const field = (property: FormSchema): FormField | undefined => describeForm({ type: "object", properties: { it: property } })[0];

  it("takes references, and unfolds what names itself only so far", () => {
    const schema = {
      type: "object",
      properties: { tree: { $ref: "#/$defs/tree" } },
      $defs: {
        tree: { type: "object", properties: { name: { type: "string" }, children: { type: "array", items: { $ref: "#/$defs/tree" } } } },
      },
    };
    const places = placesOfFields(describeForm(schema), "");
    expect(places.slice(0, 6)).toEqual([
      ".tree",
      ".tree.name",
      ".tree.children",
      ".tree.children[]",
      ".tree.children[].name",
      ".tree.children[].children",
    ]);
    expect(places.length).toBeLessThan(50);
  });

  it("takes all parts of an allOf together", () => {
    const both = field({
      allOf: [
        { type: "object", properties: { a: { type: "string" } } },
        { properties: { b: { type: "number" } }, required: ["b"] },
      ],
    });
    expect(both?.shape).toMatchObject({
      kind: "object",
      fields: [
        { name: "a", required: false },
        { name: "b", required: true },
      ],
    });
  });

  it("makes one choice of alternatives that are all fixed values", () => {
    expect(
      field({
        anyOf: [
          { type: "number", const: 60 },
          { type: "number", const: 1440 },
        ],
      })?.shape,
    ).toEqual({ kind: "choice", choices: [60, 1440] });
  });

  it("tells alternatives apart by their kinds, their titles or their number", () => {
    const labels = (property: FormSchema): unknown => {
      const shape = field(property)?.shape;
      return shape?.kind === "union" ? shape.variants.map(({ label }) => label) : shape?.kind;
    };
    expect(labels({ type: ["string", "number", "null"] })).toEqual(["Text", "Number", "Nothing"]);
    expect(labels({ anyOf: [{ type: "object", title: "One", properties: {} }, { type: "string" }] })).toEqual(["One", "Text"]);
    expect(labels({ anyOf: [{ type: "string" }, { type: "string", minLength: 1 }] })).toEqual(["Text 1", "Text 2"]);
  });

  it("reads a field's own words from its name where it has none", () => {
    expect(labelOf("reply_to")).toBe("Reply to");
    expect(labelOf("maxOutputTokens")).toBe("Max output tokens");
  });
});

describe("a literal in a field", () => {
  const whole: FormShape = { kind: "number", whole: true, min: 1, max: 10 };
  const text: FormShape = {
    kind: "text",
    multiline: false,
    code: undefined,
    secret: false,
    live: false,
    minLength: 1,
    maxLength: 5,
    pattern: "^[a-z]*$",
  };

  it("is refused with what is wanted", () => {
    expect(findLiteralProblem(whole, 1.5)).toBe("A whole number is wanted here.");
    expect(findLiteralProblem(whole, 11)).toBe("At most 10.");
    expect(findLiteralProblem(text, "")).toBe("This cannot be empty.");
    expect(findLiteralProblem(text, "abcdef")).toBe("At most 5 characters; this has 6.");
    expect(findLiteralProblem(text, "AB")).toBe("This does not have the form that the service takes.");
    expect(findLiteralProblem({ kind: "choice", choices: ["a", "b"] }, "c")).toBe("One of a, b.");
  });

  it("is never refused while it holds an expression", () => {
    expect(findLiteralProblem(whole, "{{ order.count }}")).toBe(undefined);
    expect(findLiteralProblem(text, "{{ order.count }} and much more")).toBe(undefined);
  });

  it("shows as the alternative that it is, or is nearest to", () => {
    const variants = [{ shape: text }, { shape: whole }];
    expect(variantOf(variants, undefined)).toBe(0);
    expect(variantOf(variants, 3)).toBe(1);
    expect(variantOf(variants, 99)).toBe(1);
  });
});
