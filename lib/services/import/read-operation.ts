import type { ActionDefinition } from "../service-definition.ts";
import { isBaseUrl } from "../service-definition.ts";
import type { FoundOperation } from "./list-operations.ts";
import type { JsonObject } from "./loose-json.ts";
import { listOf, objectOf, textOf } from "./loose-json.ts";
import type { ImportContext, ImportedField } from "./import-context.ts";
import { readAnswer } from "./read-answer.ts";
import { readBody } from "./read-body.ts";
import { readParameter } from "./read-parameter.ts";
import { humanize, plainText } from "./plain-text.ts";

/** Turns one operation into an action. Throws `invalid_input` when it refers to what is not in the document. */
export function readOperation(found: FoundOperation, context: ImportContext): ActionDefinition {
  const { operation, pathItem } = found;
  const path = readPath(found.path);
  const parameters = readParameters(found, context);
  const declared = new Set(parameters.filter(({ place }) => place === "path").map(({ wire }) => wire));
  const undeclared = path.names
    .filter((wire) => !declared.has(wire))
    .map((wire): ImportedField => ({ wire, place: "path", required: true, schema: { type: "string" } }));
  const body = readBody(operation["requestBody"], found, context);
  const server = context.serverOf(operation["servers"] ?? pathItem["servers"]);
  const input = nameFields([
    ...parameters.filter(({ place, wire }) => place !== "path" || path.names.includes(wire)),
    ...undeclared,
    ...body.fields,
  ]);
  // The methods that are listed are those that an action may have.
  const method = found.method as ActionDefinition["method"];
  return {
    name: found.name,
    label: plainText(found.label, 120) || humanize(found.name),
    description: saidOf(found.description, found.deprecated),
    ...(found.deprecated ? { deprecated: true } : {}),
    method,
    path: path.text,
    ...(server !== undefined && isBaseUrl(server) ? { baseUrl: server } : {}),
    input,
    ...(body.fields.length === 0 ? {} : { body: body.kind }),
    ...(body.contentType === undefined ? {} : { contentType: body.contentType }),
    ...readAnswer(operation["responses"], context),
  };
}

function readParameters({ operation, pathItem }: FoundOperation, context: ImportContext): ImportedField[] {
  const byPlace = new Map<string, JsonObject>();
  for (const parameter of [...listOf(pathItem["parameters"]), ...listOf(operation["parameters"])]) {
    const whole = objectOf(context.document.resolve(parameter));
    byPlace.set(`${textOf(whole["in"])} ${textOf(whole["name"])}`, whole);
  }
  return [...byPlace.values()].flatMap((parameter) => readParameter(parameter, context) ?? []);
}

function saidOf(text: string, deprecated: boolean): string {
  return deprecated && !/^deprecated/i.test(text) ? `Deprecated. ${text}`.trimEnd() : text;
}

/** A path without the query that some documents write into it, and the names in it, each with a spelling that braces can hold. */
function readPath(text: string): { text: string; names: string[] } {
  const names: string[] = [];
  const clean = (text.toWellFormed().split(/[?#]/)[0] ?? "")
    .replaceAll("\uE000", "")
    .replace(/\{([^{}]*)\}/g, (_, name: string) => {
      const plain = name.replace(/[^\w.:@+-]/g, "");
      names.push(plain);
      return `\uE000${names.length - 1}\uE000`;
    })
    .replace(/[^\w.~!$&'()*+,;=:@%/\uE000-]/gu, (character) => encodeURIComponent(character))
    .replace(/[`$]/g, (character) => encodeURIComponent(character).replace("$", "%24"))
    .replace(/\uE000(\d+)\uE000/g, (_, index: string) => `{${names[Number(index)] ?? ""}}`);
  return { text: clean.startsWith("/") ? clean : `/${clean}`, names: [...new Set(names)] };
}

/** Gives every field the name the service has for it; the second of two takes its place along: `id_body`. */
function nameFields(fields: readonly ImportedField[]): ActionDefinition["input"] {
  const named = new Map<string, JsonObject>();
  const required: string[] = [];
  for (const { wire, place, required: isRequired, schema } of fields) {
    let name = wire;
    for (let number = 1; named.has(name) || name === "__proto__"; number++) name = `${wire}_${place}${number === 1 ? "" : number}`;
    // A parameter is written whatever the schema it borrows says of its field.
    const { description, readOnly: _readOnly, writeOnly: _writeOnly, ...rest } = schema;
    const help = saidOf(textOf(description), schema["deprecated"] === true);
    named.set(name, {
      label: humanize(wire),
      ...(help === "" ? {} : { help }),
      ...rest,
      "x-in": place,
      ...(name === wire ? {} : { "x-name": wire }),
    });
    if (isRequired) required.push(name);
  }
  const properties = Object.fromEntries([...named].toSorted(([a], [b]) => Number(required.includes(b)) - Number(required.includes(a))));
  // Each field was put together from what `inputField` names.
  return { type: "object", properties: properties as ActionDefinition["input"]["properties"], required };
}
