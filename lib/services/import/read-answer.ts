import type { ActionDefinition, JsonSchema } from "../service-definition.ts";
import { isObject, objectOf } from "./loose-json.ts";
import type { ImportContext } from "./import-context.ts";

/** The output of an operation: of its first answer with a body among those that say it went well. */
export function readAnswer(responses: unknown, context: ImportContext): Pick<ActionDefinition, "accept" | "answer" | "output"> {
  const good = Object.entries(objectOf(responses))
    .filter(([status]) => /^2(?:\d\d|XX)$/i.test(status))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  // An operation that says only `default` answers with that.
  if (good.length === 0) good.push(["default", objectOf(responses)["default"]]);
  const contents = good.map(([, response]) => objectOf(objectOf(context.document.resolve(response))["content"]));
  const types = contents.flatMap((content) => Object.entries(content));
  const mayBeEmpty = contents.some((content) => Object.keys(content).length === 0);
  const [first] = types;
  if (first === undefined) {
    const saysEmpty = good.every(([status]) => status === "204" || status === "205");
    return saysEmpty ? { answer: "auto", output: { type: "null" } } : { answer: "auto" };
  }
  const json = types.find(([type]) => /^application\/json\b/i.test(type)) ?? types.find(([type]) => /[/+]json\b|^\*\/\*/i.test(type));
  if (json !== undefined) {
    const [type] = json;
    const output = readJson(types, json, context);
    // What may be anything and is a text need not be written as JSON.
    const answer = type.startsWith("*/*") && output["type"] === "string" ? "auto" : "json";
    const how = { answer, ...acceptOf(type) } as const;
    if (Object.keys(output).length === 0) return how;
    return { ...how, output: mayBeEmpty ? { anyOf: [output, { type: "null" }] } : output };
  }
  const isText = /^text\/|[/+](?:xml|ya?ml|x-ndjson|csv|javascript|sdp)\b/i.test(first[0]);
  const type = mayBeEmpty ? ["string", "null"] : "string";
  return isText ? { answer: "text", output: { type } } : { answer: "base64", output: { type, contentEncoding: "base64" } };
}

/** What the answers of one media type look like: where all are objects, any of them. */
function readJson(types: readonly [string, unknown][], [type, media]: [string, unknown], context: ImportContext): JsonSchema {
  const schemas = types.filter(([other]) => other === type).map(([, one]) => objectOf(one)["schema"]);
  const first = context.schemas.read(objectOf(media)["schema"]);
  const hasFields = schemas.every((schema) => isObject(context.schemas.readObject(schema)?.["properties"]));
  if (!hasFields || schemas.length < 2) return first;
  const distinct = new Map(schemas.map((schema) => context.schemas.read(schema)).map((read) => [JSON.stringify(read), read]));
  return distinct.size === 1 ? first : { anyOf: [...distinct.values()] };
}

/** JSON by another name is asked for by that name too. */
function acceptOf(type: string): { accept?: string } {
  const essence = (type.split(";")[0] ?? "").trim().toLowerCase();
  return /^[\w.+-]+\/[\w.+-]+\+json$/.test(essence) ? { accept: `${essence}, application/json;q=0.9` } : {};
}
