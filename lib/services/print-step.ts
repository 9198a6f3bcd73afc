import { printDocComment } from "../../codegen/emit/comment.ts";
import { printIdentifier, toPascalCase } from "../../codegen/emit/identifier.ts";
import { printKey, printString } from "../../codegen/emit/literal.ts";
import { isSchema } from "./schema-parts.ts";
import type { ActionDefinition, ServiceDefinition } from "./service-definition.ts";
import type { OperationField, Place, ServiceOperation } from "./service-operation.ts";
import { operationOf, stylesOf, textStyleOf } from "./service-operation.ts";

const WIDTH = 100;

/** The step of one action as TypeScript: plain, readable alone, doing what `callOperation` does. */
export function printStep(service: ServiceDefinition, action: ActionDefinition): string {
  const operation = operationOf(service, action);
  const name = printIdentifier(action.name);
  const pascal = toPascalCase(name);
  const request = (depth: number): string => printRequest(operation, action, depth);
  const input = operation.fields.length > 0 ? "input" : "_input";
  const body = `  "use step";\n  return ${printCall(`${apiName(service, action)}.send<${pascal}Output>`, [request, () => "options"], 1)};`;
  const signature = `export async function ${name}(${input}: ${pascal}Input, options: StepOptions = {}): Promise<${pascal}Output> {`;
  const broken = `export async function ${name}(\n  ${input}: ${pascal}Input,\n  options: StepOptions = {},\n): Promise<${pascal}Output> {`;
  const comment = printDocComment(
    endSentence(action.label),
    endSentence(action.description) === endSentence(action.label) ? "" : action.description,
  );
  return `${printImports(service, action, body)}
${comment.join("\n")}
${signature.length <= WIDTH ? signature : broken}
${body}
}
`;
}

/** What the step calls the service: its name, unless the action has it already. */
function apiName(service: ServiceDefinition, action: ActionDefinition): string {
  return action.name === service.name ? "api" : printIdentifier(service.name);
}

function printImports(service: ServiceDefinition, action: ActionDefinition, body: string): string {
  const pascal = toPascalCase(action.name);
  const api = apiName(service, action);
  const kit: readonly (readonly [string, string, RegExp])[] = [
    ["decodeBase64", "base64", /\bdecodeBase64\(/],
    ["encodeFields", "encode-fields", /\bencodeFields\(/],
    ["encodeMultipart", "encode-multipart", /\bencodeMultipart\(/],
    ["encodeCookies", "encode-text", /\bencodeCookies\(/],
    ["encodeText", "encode-text", /\bencodeText\(/],
    ["idempotencyKey", "idempotency", /\bidempotencyKey\(/],
    ["path", "path", /\bpath`/],
  ];
  const used = kit.filter(([, , pattern]) => pattern.test(body)).map(([name, file]) => `import { ${name} } from "../../kit/${file}.ts";\n`);
  return `${used.join("")}import type { StepOptions } from "../../kit/step-options.ts";
import { ${service.name}${api === service.name ? "" : ` as ${api}`} } from "../api.ts";
import type { ${pascal}Input, ${pascal}Output } from "../types.generated.ts";
`;
}

function printRequest(operation: ServiceOperation, action: ActionDefinition, depth: number): string {
  const at = (place: Place): readonly OperationField[] => operation.fields.filter((field) => field.place === place);
  const headers = at("header").map((field) => `${printKey(field.wire)}: ${printText(field, action)}`);
  if (at("cookie").length > 0)
    headers.push(`cookie: ${printCall("encodeCookies", [(inside) => printFields(at("cookie"), inside)], depth + 2)}`);
  if (operation.accept !== undefined) headers.push(`accept: ${printString(operation.accept)}`);
  if (operation.body === "json" && operation.contentType !== undefined)
    headers.push(`"content-type": ${printString(operation.contentType)}`);
  if (operation.idempotencyHeader !== undefined) headers.push(`${printKey(operation.idempotencyHeader)}: idempotencyKey()`);
  const query = at("query");
  return printObject(
    [
      `method: ${printString(operation.method)}`,
      `path: ${printPath(operation, at("path"), action)}`,
      ...(operation.baseUrl === undefined ? [] : [`baseUrl: ${printString(operation.baseUrl)}`]),
      ...(query.length === 0
        ? []
        : [
            `query: ${query.every((field) => isPlain(action, field)) ? printFields(query, depth + 1) : printEncoded("encodeFields", query, depth + 1)}`,
          ]),
      ...(headers.length === 0 ? [] : [`headers: ${printObject(headers, depth + 1)}`]),
      ...printBody(operation, action, depth + 1),
      ...(operation.answer === "json" ? [] : [`answer: ${printString(operation.answer)}`]),
    ],
    depth,
  );
}

function printPath(operation: ServiceOperation, fields: readonly OperationField[], action: ActionDefinition): string {
  if (!operation.path.includes("{")) return printString(operation.path);
  const text = operation.path.replace(/\\|`|\$\{/g, "\\$&").replace(/\{([^{}]*)\}/g, (_, wire: string) => {
    const field = fields.find((candidate) => candidate.wire === wire);
    if (field === undefined) return "";
    const isPlainly = !isStyled(field) && (isText(action, field.name) || isType(action, field.name, ["integer", "number"]));
    return `\${${isPlainly ? read(field.name) : `${printEncodedText(field)} ?? ""`}}`;
  });
  return `path\`${text}\``;
}

/** A header's value. */
function printText(field: OperationField, action: ActionDefinition): string {
  if (isStyled(field)) return printEncodedText(field);
  if (isText(action, field.name)) return read(field.name);
  return isType(action, field.name, ["integer", "number", "boolean"]) ? `${read(field.name)}?.toString()` : printEncodedText(field);
}

/** Whether the style makes a difference for a scalar too. */
function isStyled(field: OperationField): boolean {
  return /^(?:label|matrix)/.test(textStyleOf(field));
}

function printEncodedText(field: OperationField): string {
  const style = textStyleOf(field);
  const args = style === "comma" ? [] : [printString(style), ...(style.startsWith("matrix") ? [printString(field.wire)] : [])];
  return `encodeText(${[read(field.name), ...args].join(", ")})`;
}

function printBody(operation: ServiceOperation, action: ActionDefinition, depth: number): string[] {
  const fields = operation.fields.filter(({ place }) => place === "body");
  const whole = operation.fields.find(({ place }) => place === "wholeBody");
  const value = whole === undefined ? "" : read(whole.name);
  // What is not required may be missing, and is then not sent.
  const member = (name: string, made: string): string =>
    whole === undefined || whole.required ? `${name}: ${made}` : `...(${value} === undefined ? {} : { ${name}: ${made} })`;
  const type = printString(operation.contentType ?? (operation.body === "text" ? "text/plain" : "application/octet-stream"));
  switch (operation.body) {
    case "none":
      return [];
    case "json":
      return [`json: ${whole === undefined ? printFields(fields, depth) : value}`];
    case "form":
      return [member("form", whole === undefined ? printEncoded("encodeFields", fields, depth) : `encodeFields({ ...${value} })`)];
    case "multipart":
      return [
        member("multipart", whole === undefined ? printEncoded("encodeMultipart", fields, depth) : `encodeMultipart({ ...${value} })`),
      ];
    case "text":
      return [member("text", `{ content: ${isText(action, whole?.name ?? "") ? value : `String(${value})`}, type: ${type} }`)];
    case "binary":
      return [member("bytes", `{ content: decodeBase64(${value}, ${printString(whole?.name ?? "body")}), type: ${type} }`)];
  }
}

function printEncoded(encode: "encodeFields" | "encodeMultipart", fields: readonly OperationField[], depth: number): string {
  const styles = Object.entries(stylesOf(fields)).map(([wire, style]) => `${printKey(wire)}: ${printString(style)}`);
  const args = [
    (at: number): string => printFields(fields, at),
    ...(styles.length === 0 ? [] : [(at: number): string => printObject(styles, at)]),
  ];
  return printCall(encode, args, depth);
}

/** A call on one line where it fits, else an argument a line; one object alone stays at the bracket. */
function printCall(name: string, args: readonly ((depth: number) => string)[], depth: number): string {
  const flat = `${name}(${args.map((print) => print(depth)).join(", ")})`;
  if (args.length === 1 || (!flat.includes("\n") && flat.length <= WIDTH - 12 - depth * 2)) return flat;
  const indent = "  ".repeat(depth);
  return `${name}(\n${args.map((print) => `${indent}  ${print(depth + 1)},\n`).join("")}${indent})`;
}

function printFields(fields: readonly OperationField[], depth: number): string {
  return printObject(
    fields.map(({ name, wire }) => `${wire === "__proto__" ? '["__proto__"]' : printKey(wire)}: ${read(name)}`),
    depth,
  );
}

/** An object literal on one line where it fits, else a member a line. */
function printObject(members: readonly string[], depth: number): string {
  const flat = members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
  if (!flat.includes("\n") && flat.length <= WIDTH - 24 - depth * 2) return flat;
  const indent = "  ".repeat(depth);
  return `{\n${members.map((member) => `${indent}  ${member},\n`).join("")}${indent}}`;
}

function read(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? `input.${name}` : `input[${printString(name)}]`;
}

function isText(action: ActionDefinition, name: string): boolean {
  const field = action.input.properties[name] ?? {};
  return isType(action, name, ["string"]) || (Array.isArray(field["enum"]) && field["enum"].every((value) => typeof value === "string"));
}

function isType(action: ActionDefinition, name: string, types: readonly string[]): boolean {
  const field = action.input.properties[name] ?? {};
  return typeof field["type"] === "string" && types.includes(field["type"]) && field["$ref"] === undefined && field["anyOf"] === undefined;
}

/** Whether a query can carry the field as it is: a scalar, or a list of them that repeats its name. */
function isPlain(action: ActionDefinition, { name, style }: OperationField): boolean {
  const field = action.input.properties[name] ?? {};
  const isScalar = (schema: unknown): boolean =>
    isSchema(schema) && (["string", "integer", "number", "boolean"].includes(String(schema["type"])) || Array.isArray(schema["enum"]));
  return style === "repeat" && (isScalar(field) || (field["type"] === "array" && isScalar(field["items"])));
}

function endSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
