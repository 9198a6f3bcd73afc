import { isHeaderName } from "../service-definition.ts";
import type { Style } from "../service-operation.ts";
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
  if (wire === "" || (place !== "path" && place !== "query" && place !== "header")) return undefined;
  if (place === "header" && (OWN_HEADERS.has(wire.toLowerCase()) || !isHeaderName(wire))) return undefined;
  if (place !== "path" && standsForCredential(wire, textOf(parameter["description"]), context)) return undefined;
  const [mediaType, content] = Object.entries(objectOf(parameter["content"]))[0] ?? [];
  const raw = content === undefined ? parameter["schema"] : objectOf(content)["schema"];
  const schema = context.schemas.read(raw);
  const style = mediaType === undefined ? styleOf(parameter, place, objectOf(context.document.resolve(raw))) : "json";
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
function styleOf(parameter: JsonObject, place: "path" | "query" | "header", schema: JsonObject): Style | undefined {
  if (place !== "query") return undefined;
  const style = textOf(parameter["style"]) || "form";
  if (style === "deepObject") return "brackets";
  if (style === "spaceDelimited") return "space";
  if (style === "pipeDelimited") return "pipe";
  const explode = parameter["explode"] ?? style === "form";
  if (explode === false) return "comma";
  const isMap = schema["type"] === "object" || schema["properties"] !== undefined;
  return isMap ? "spread" : undefined;
}

function exampleOf(parameter: JsonObject): { example?: unknown } {
  const [first] = Object.values(objectOf(parameter["examples"]));
  const example = parameter["example"] ?? objectOf(first)["value"];
  const isShort = example !== undefined && example !== null && (JSON.stringify(example) ?? "").length <= 500;
  return isShort ? { example } : {};
}
