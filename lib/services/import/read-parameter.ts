import { isHeaderName } from "../service-definition.ts";
import type { Place, Style } from "../service-operation.ts";
import type { JsonObject } from "./loose-json.ts";
import { objectOf, textOf } from "./loose-json.ts";
import { plainText } from "./plain-text.ts";
import type { ImportContext, ImportedField } from "./import-context.ts";

/** What the call itself sets; as parameters they would only be in the way. */
const OWN_HEADERS = new Set(["accept", "authorization", "content-type", "cookie", "user-agent"]);

/** A field for a parameter of the path, the query or a header; undefined for what the connection or the call itself provides. */
export function readParameter(parameter: JsonObject, context: ImportContext): ImportedField | undefined {
  const wire = textOf(parameter["name"]).slice(0, 200);
  const place = textOf(parameter["in"]);
  if (wire === "" || (place !== "path" && place !== "query" && place !== "header" && place !== "cookie")) return undefined;
  if (place === "cookie" && !/^[\w.~-]+$/.test(wire)) return undefined;
  if (place === "header" && (OWN_HEADERS.has(wire.toLowerCase()) || !isHeaderName(wire))) return undefined;
  if (place !== "path" && standsForCredential(wire, textOf(parameter["description"]), context)) return undefined;
  const [mediaType, content] = Object.entries(objectOf(parameter["content"]))[0] ?? [];
  const raw = content === undefined ? parameter["schema"] : objectOf(content)["schema"];
  const schema = context.schemas.read(raw);
  const style = mediaType === undefined ? styleOf(parameter, place, raw, context) : "json";
  const description = plainText(textOf(parameter["description"]), 300);
  return {
    wire: place === "path" ? wire.replace(/[^\w.:@+-]/g, "") : wire,
    place,
    required: place === "path" || parameter["required"] === true,
    schema: {
      ...schema,
      ...(description === "" ? {} : { description }),
      ...(parameter["deprecated"] === true ? { deprecated: true } : {}),
      ...exampleOf(parameter),
      ...(style === undefined ? {} : { "x-style": style }),
    },
  };
}

/** Some documents describe the token as a parameter of every operation, beside the security scheme. */
export function standsForCredential(name: string, description: string, context: ImportContext): boolean {
  if (context.credentialNames.has(name.toLowerCase())) return true;
  return (
    context.credentialNames.size > 0 &&
    /^(?:token|access_?token|api_?key)$/i.test(name) &&
    /\bauthenticat|\bauthori[sz]|\baccess token|\bapi key/i.test(description)
  );
}

/** How OpenAPI says to write a list or an object here; undefined where that makes no difference. */
function styleOf(parameter: JsonObject, place: Place, raw: unknown, context: ImportContext): Style | undefined {
  const style = textOf(parameter["style"]);
  if (place === "path" || place === "header") {
    const explode = parameter["explode"] === true;
    if (place === "path" && (style === "label" || style === "matrix")) return explode ? `${style}Pairs` : style;
    return explode && isMap(raw, context) ? "pairs" : undefined;
  }
  if (place !== "query") return undefined;
  if (style === "deepObject") return "brackets";
  if (style === "spaceDelimited" && parameter["explode"] !== true) return "space";
  if (style === "pipeDelimited" && parameter["explode"] !== true) return "pipe";
  const explode = parameter["explode"] ?? (style !== "spaceDelimited" && style !== "pipeDelimited");
  if (explode === false) return "comma";
  return isMap(raw, context) ? "spread" : undefined;
}

function isMap(raw: unknown, context: ImportContext): boolean {
  const schema = objectOf(context.document.resolve(raw));
  const { type } = schema;
  return type === "object" || (Array.isArray(type) && type.includes("object")) || context.schemas.readObject(schema) !== undefined;
}

function exampleOf(parameter: JsonObject): { example?: unknown } {
  const [first] = Object.values(objectOf(parameter["examples"]));
  const example = parameter["example"] ?? objectOf(first)["value"];
  const isShort = example !== undefined && example !== null && (JSON.stringify(example) ?? "").length <= 500;
  return isShort ? { example } : {};
}
