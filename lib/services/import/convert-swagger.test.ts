import { expect, it } from "vitest";
import { importService } from "./import-service.ts";
import { openDocument } from "./open-api-document.ts";

const ok = (schema: object): object => ({ 200: { description: "", schema } });

function importing(parts: object, url?: string) {
  const document = { swagger: "2.0", info: { title: "Acme", version: "1" }, host: "acme.example.com", schemes: ["https"], ...parts };
  return importService(openDocument(document, url === undefined ? {} : { url: new URL(url) }), { all: true });
}

/** The one action of a document with one operation. */
function action(operation: object, parts: object = {}, pathItem: object = {}) {
  const [found] = importing({ paths: { "/things": { post: { operationId: "doIt", ...operation }, ...pathItem } }, ...parts }).actions;
  return found;
}

it("takes bodies and forms that the document declares once, and those of the path", () => {
  const parameters = {
    thing: { name: "thing", in: "body", required: true, schema: { $ref: "#/definitions/Thing" } },
    note: { name: "note", in: "formData", type: "string", enum: ["a", "b"] },
  };
  const definitions = { Thing: { type: "object", required: ["sku"], properties: { sku: { type: "string" } } } };
  const parts = { parameters, definitions };
  expect(action({ parameters: [{ $ref: "#/parameters/thing" }] }, parts)).toMatchObject({
    body: "json",
    input: { properties: { sku: { "x-in": "body", type: "string" } }, required: ["sku"] },
  });
  expect(action({ parameters: [{ $ref: "#/parameters/note" }] }, parts)).toMatchObject({
    body: "form",
    input: { properties: { note: { enum: ["a", "b"] } } },
  });
  expect(action({}, parts, { parameters: [{ $ref: "#/parameters/thing" }] })).toMatchObject({ body: "json" });
});

it("keeps what the fields of a form are, and is of several parts where one is a file", () => {
  const tags = { name: "tags", in: "formData", type: "array", items: { type: "integer" }, collectionFormat: "csv" };
  const many = { name: "many", in: "formData", type: "array", items: { type: "string" }, collectionFormat: "multi" };
  expect(action({ parameters: [tags, many] })).toMatchObject({
    body: "form",
    input: { properties: { tags: { items: { type: "integer" }, "x-style": "comma" }, many: { items: { type: "string" } } } },
  });
  const file = { name: "file", in: "formData", type: "file", required: true };
  expect(action({ consumes: ["application/json"], parameters: [tags, file] })).toMatchObject({
    body: "multipart",
    input: { properties: { file: { "x-style": "file" } }, required: ["file"] },
  });
});

it("believes an operation before the document about what it takes and gives", () => {
  const parts = { consumes: ["application/json"], produces: ["application/json"] };
  const text = { name: "text", in: "body", schema: { type: "string" } };
  const taking = { consumes: ["text/plain"], parameters: [text], produces: ["text/csv"], responses: ok({ type: "string" }) };
  expect(action(taking, parts)).toMatchObject({ body: "text", contentType: "text/plain", answer: "text" });
  expect(action({ responses: ok({ type: "file" }) })).toMatchObject({ answer: "base64" });
});

it("reads responses and parameters by reference, in every format of lists", () => {
  const list = (name: string, more: object = {}): object => ({ name, in: "query", type: "array", items: { type: "string" }, ...more });
  const parameters = [
    list("csv"),
    list("multi", { collectionFormat: "multi" }),
    list("ssv", { collectionFormat: "ssv" }),
    list("pipes", { collectionFormat: "pipes" }),
    { $ref: "#/parameters/limit" },
  ];
  const found = action(
    { parameters, responses: { 200: { $ref: "#/responses/Things" } } },
    {
      parameters: { limit: { name: "limit", in: "query", type: "integer", maximum: 9, default: 5 } },
      responses: { Things: { description: "", schema: { type: "array", items: { type: "string", "x-nullable": true } } } },
    },
  );
  const styles = Object.entries(found?.input.properties ?? {}).map(([name, field]) => [name, field["x-style"]]);
  expect(styles).toEqual([
    ["csv", "comma"],
    ["multi", undefined],
    ["ssv", "space"],
    ["pipes", "pipe"],
    ["limit", undefined],
  ]);
  expect(found?.input.properties["limit"]).toMatchObject({ type: "integer", maximum: 9, default: 5 });
  expect(found?.output).toEqual({ type: "array", items: { type: ["string", "null"] } });
});

it("answers where it was fetched when it does not say where", () => {
  const paths = { "/things": { get: { operationId: "list" } } };
  const at = (parts: object, url?: string): string => importing({ paths, host: undefined, schemes: undefined, ...parts }, url).baseUrl;
  expect(at({}, "https://acme.example.com:8443/docs/swagger.json")).toBe("https://acme.example.com:8443");
  expect(at({ basePath: "/v2" }, "https://acme.example.com/swagger.json")).toBe("https://acme.example.com/v2");
  expect(at({ host: "api.example.com", basePath: "/v2/" })).toBe("http://api.example.com/v2");
  expect(() => at({ basePath: "/v2" })).toThrow("does not say at which http(s) address");
});

it("knows basic authentication and the flows of OAuth", () => {
  const paths = { "/things": { get: { operationId: "list", security: [{ it: ["read"] }] } } };
  const auth = (it: object) => importing({ paths, securityDefinitions: { it } }).auth;
  expect(auth({ type: "basic" })).toEqual({ type: "basic" });
  const tokenUrl = "https://acme.example.com/token";
  expect(auth({ type: "oauth2", flow: "application", tokenUrl, scopes: { read: "" } })).toEqual({
    type: "oauth2",
    tokenUrl,
    scopes: ["read"],
  });
  const authorizationUrl = "https://acme.example.com/authorize";
  expect(auth({ type: "oauth2", flow: "accessCode", tokenUrl, authorizationUrl, scopes: { read: "" } })).toEqual({
    type: "oauth2",
    authorizeUrl: authorizationUrl,
    tokenUrl,
    scopes: ["read"],
  });
  expect(auth({ type: "oauth2", flow: "implicit", authorizationUrl, scopes: {} })).toEqual({ type: "bearer" });
});
