import { z } from "zod";
import type { ActionDefinition } from "./define-action.ts";
import type { Plugin } from "./define-plugin.ts";
import { exampleInputs } from "./example-inputs.ts";

/** What the documentation reads of a JSON Schema. */
interface Shape {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly label?: string;
  readonly help?: string;
  readonly default?: unknown;
}

/** The documentation page of a service, as Markdown, from its declaration alone. */
export function describePlugin(plugin: Plugin): string {
  const parts = [
    `# ${plugin.label}`,
    plugin.description,
    ...(plugin.docs === undefined ? [] : [`The service's own documentation: <${plugin.docs}>`]),
    describeCredential(plugin),
    ...plugin.actions.map((action) => describeAction(plugin, action)),
    "*Made by `npm run generate` from the schemas in `actions/`.*",
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function describeCredential({ credential }: Plugin): string {
  if (!credential) return "It needs no credential.";
  const rows = Object.entries(credential.fields).map(([name, field]) => [
    `\`${name}\``,
    field.label + (field.help === undefined ? "" : `. ${field.help}`),
    `\`${field.env}\``,
    field.optional === true ? "no" : "yes",
  ]);
  const oauth = credential.oauth
    ? `\n\nOr authorize it: \`weft connections authorize ${credential.service}\` (scopes: ${credential.oauth.scopes.join(", ")}).`
    : "";
  return `## Connection\n\n${table(["Field", "What", "Environment variable", "Required"], rows)}${oauth}`;
}

function describeAction(plugin: Plugin, action: ActionDefinition): string {
  const input = z.toJSONSchema(action.input, { io: "input", unrepresentable: "any" }) as Shape;
  const output = z.toJSONSchema(action.output, { unrepresentable: "any" }) as Shape;
  const example = exampleInputs(action).at(-1)?.input ?? {};
  return [
    `## ${action.label}`,
    `\`${plugin.name}.${action.name}\`: ${action.description}`,
    table(["Field", "Type", "Required", "What"], rowsOf(input)),
    `\`\`\`ts\nawait ${action.name}(${JSON.stringify(example, null, 2)});\n\`\`\``,
    "It gives:",
    table(["Field", "Type", "Always there", "What"], rowsOf(output)),
  ].join("\n\n");
}

function rowsOf(shape: Shape): string[][] {
  const required = new Set(shape.required);
  return Object.entries(shape.properties ?? {}).map(([name, field]) => {
    const said = [field.label ?? "", field.help ?? "", field.default === undefined ? "" : `Default \`${JSON.stringify(field.default)}\`.`];
    const text = said.filter((part) => part !== "").map((part) => (/[.?!]$/.test(part) ? part : `${part}.`));
    return [`\`${name}\``, typeOf(field), required.has(name) ? "yes" : "no", text.join(" ")];
  });
}

function typeOf(shape: Shape, depth = 0): string {
  if (shape.enum) return shape.enum.map((value) => JSON.stringify(value)).join(", ");
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  if (shape.anyOf) return [...new Set(shape.anyOf.map((option) => typeOf(option, depth)))].join(" or ");
  if (shape.type === "array") return `list of ${typeOf(shape.items ?? {}, depth)}`;
  if (shape.type === "string") return "text";
  if (shape.type === "integer") return "whole number";
  if (shape.type === "object" && shape.properties && depth < 1) {
    return `object: ${Object.keys(shape.properties)
      .map((name) => `\`${name}\``)
      .join(", ")}`;
  }
  return Array.isArray(shape.type) ? shape.type.join(" or ") : typeof shape.type === "string" ? shape.type : "anything";
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "No fields.";
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", String.raw`\|`).replace(/\s+/g, " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
