import type { JsonObject } from "./loose-json.ts";
import { isObject, listOf, objectOf, ownOf, textOf } from "./loose-json.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch"];
const SCHEMA_WORDS =
  "type format items enum default minimum maximum minLength maxLength minItems maxItems pattern example x-nullable".split(" ");
const FORMS = ["multipart/form-data", "application/x-www-form-urlencoded"];
const FLOWS: Readonly<Record<string, string>> = { application: "clientCredentials", accessCode: "authorizationCode" };

type Resolve = (value: unknown) => unknown;

/**
 * A Swagger 2.0 document in the words of OpenAPI 3. What its references lead to stays where it is, so that they need no rewriting;
 * only what stands in the paths and in the security definitions changes its form.
 */
export function convertSwagger(root: JsonObject, resolve: Resolve, url: URL | undefined): JsonObject {
  const paths = Object.entries(objectOf(root["paths"])).map(([path, item]): [string, unknown] => [path, convertPath(item, root, resolve)]);
  return {
    ...root,
    servers: serversOf(root, url),
    paths: Object.fromEntries(paths),
    components: { securitySchemes: convertSchemes(objectOf(root["securityDefinitions"])), schemas: objectOf(root["definitions"]) },
  };
}

/** Host and scheme are those of the document itself where it does not name them. */
function serversOf(root: JsonObject, url: URL | undefined): unknown {
  const host = textOf(root["host"]) || (url?.host ?? "");
  const base = textOf(root["basePath"]);
  if (host === "") return base === "" ? undefined : [{ url: base }];
  const said = listOf(root["schemes"]).filter((scheme) => scheme === "https" || scheme === "http");
  const schemes = said.length > 0 ? said : [url === undefined ? "http" : url.protocol.slice(0, -1)];
  return schemes.map((scheme) => ({ url: `${String(scheme)}://${host}${base}` }));
}

function convertPath(item: unknown, root: JsonObject, resolve: Resolve): JsonObject {
  const pathItem = objectOf(resolve(item));
  const ofPath = listOf(pathItem["parameters"]);
  const operations = METHODS.flatMap((method) =>
    isObject(pathItem[method]) ? [[method, convertOperation(pathItem[method], ofPath, root, resolve)] as const] : [],
  );
  return Object.fromEntries(operations);
}

function convertOperation(operation: JsonObject, ofPath: readonly unknown[], root: JsonObject, resolve: Resolve): JsonObject {
  const byPlace = new Map<string, JsonObject>();
  for (const parameter of [...ofPath, ...listOf(operation["parameters"])]) {
    const whole = objectOf(resolve(parameter));
    // There is but one body.
    byPlace.set(whole["in"] === "body" ? "body" : `${textOf(whole["in"])} ${textOf(whole["name"])}`, whole);
  }
  const parameters = [...byPlace.values()];
  const mediaTypes = (key: "consumes" | "produces"): readonly string[] =>
    listOf(operation[key] ?? root[key]).filter((type) => typeof type === "string");
  const body = convertBody(parameters, mediaTypes("consumes"));
  const responses = Object.entries(objectOf(operation["responses"])).map(([status, response]): [string, unknown] => [
    status,
    convertResponse(objectOf(resolve(response)), mediaTypes("produces")),
  ]);
  return {
    ...operation,
    parameters: parameters.filter((parameter) => parameter["in"] !== "body" && parameter["in"] !== "formData").map(convertParameter),
    ...(body === undefined ? {} : { requestBody: body }),
    responses: Object.fromEntries(responses),
  };
}

function convertParameter(parameter: JsonObject): JsonObject {
  const { name, in: place, required, description } = parameter;
  return { name, in: place, required, description, schema: schemaOf(parameter), ...(place === "query" ? styleOf(parameter) : {}) };
}

/** What a parameter that is no body says of its own value. */
function schemaOf(parameter: JsonObject): JsonObject {
  return Object.fromEntries(SCHEMA_WORDS.flatMap((word) => (word in parameter ? [[word, parameter[word]]] : [])));
}

function styleOf(parameter: JsonObject): JsonObject {
  if (parameter["type"] !== "array") return {};
  switch (parameter["collectionFormat"]) {
    case "multi":
      return { style: "form", explode: true };
    case "ssv":
      return { style: "spaceDelimited" };
    case "pipes":
      return { style: "pipeDelimited" };
    default:
      return { style: "form", explode: false };
  }
}

function convertBody(parameters: readonly JsonObject[], consumes: readonly string[]): JsonObject | undefined {
  const body = parameters.find((parameter) => parameter["in"] === "body");
  if (body !== undefined) {
    const types = consumes.length > 0 ? consumes : ["application/json"];
    const media = { schema: body["schema"] };
    return {
      required: body["required"],
      description: body["description"],
      content: Object.fromEntries(types.map((type) => [type, media])),
    };
  }
  const fields = parameters.filter((parameter) => parameter["in"] === "formData");
  if (fields.length === 0) return undefined;
  const hasFile = fields.some((field) => field["type"] === "file");
  const type = hasFile ? "multipart/form-data" : (consumes.find((one) => FORMS.includes(one)) ?? "application/x-www-form-urlencoded");
  const named = fields.map((field): [string, unknown] => [
    textOf(field["name"]),
    { ...schemaOf(field), ...(field["description"] === undefined ? {} : { description: field["description"] }) },
  ]);
  const encoding = fields.flatMap((field): [string, unknown][] =>
    field["type"] === "array" ? [[textOf(field["name"]), styleOf(field)]] : [],
  );
  const required = fields.filter((field) => field["required"] === true).map((field) => field["name"]);
  const media = {
    schema: { type: "object", properties: Object.fromEntries(named), required },
    encoding: Object.fromEntries(encoding),
  };
  return { required: required.length > 0, content: { [type]: media } };
}

function convertResponse(response: JsonObject, produces: readonly string[]): JsonObject {
  const { schema } = response;
  if (schema === undefined) return response;
  const otherwise = ownOf(schema, "type") === "file" ? "application/octet-stream" : "application/json";
  const types = produces.length > 0 ? produces : [otherwise];
  return { ...response, content: Object.fromEntries(types.map((type) => [type, { schema }])) };
}

function convertSchemes(schemes: JsonObject): JsonObject {
  const converted = Object.entries(schemes).map(([name, raw]): [string, unknown] => {
    const scheme = objectOf(raw);
    if (scheme["type"] === "basic") return [name, { ...scheme, type: "http", scheme: "basic" }];
    if (scheme["type"] !== "oauth2") return [name, scheme];
    const { flow, authorizationUrl, tokenUrl, scopes } = scheme;
    return [name, { ...scheme, flows: { [FLOWS[textOf(flow)] ?? textOf(flow)]: { authorizationUrl, tokenUrl, scopes } } }];
  });
  return Object.fromEntries(converted);
}
