// Longer than 400 lines: what each part of a document becomes, in the order that documents have them.
import { describe, expect, it } from "vitest";
import type { ActionDefinition, ServiceDefinition } from "../service-definition.ts";
import type { ImportOptions } from "./import-service.ts";
import { importService } from "./import-service.ts";
import { listOperations } from "./list-operations.ts";
import { openDocument, readOpenApi } from "./open-api-document.ts";

interface Parts {
  readonly paths?: object;
  readonly components?: object;
  readonly [key: string]: unknown;
}

const document = (parts: Parts): object => ({
  openapi: "3.0.3",
  info: { title: "Acme API", version: "1" },
  servers: [{ url: "https://api.acme.example.com/v1" }],
  ...parts,
});

function importing(parts: Parts, options: ImportOptions = { all: true }): ServiceDefinition {
  return importService(openDocument(document(parts)), options);
}

/** The one action of a document with one operation, `POST /things/{id}`. */
function action(operation: object, components: object = {}): ActionDefinition {
  const [found] = importing({ paths: { "/things/{id}": { post: { operationId: "doIt", ...operation } } }, components }).actions;
  if (!found) throw new Error("no action");
  return found;
}

const body = (schema: object, type = "application/json", more: object = {}): object => ({
  requestBody: { required: true, content: { [type]: { schema, ...more } } },
});
const answer = (schema: object): object => ({ responses: { 200: { description: "", content: { "application/json": { schema } } } } });
const fieldsOf = ({ input }: ActionDefinition) =>
  Object.fromEntries(Object.entries(input.properties).map(([name, field]) => [name, field["x-in"]]));

describe("parameters", () => {
  it("keep their places, names and styles, those of the path too when nobody declared them", () => {
    const { input } = action({
      parameters: [
        {
          name: "filter",
          in: "query",
          style: "deepObject",
          explode: true,
          schema: { type: "object", properties: { gt: { type: "integer" } } },
        },
        { name: "ids", in: "query", explode: false, schema: { type: "array", items: { type: "integer" } } },
        { name: "q", in: "query", content: { "application/json": { schema: { type: "object" } } } },
        { name: "tags", in: "query", style: "pipeDelimited", schema: { type: "array", items: { type: "string" } } },
        { name: "page", in: "query", required: true, schema: { type: "object", properties: { size: { type: "integer" } } } },
        {
          name: "X-Trace",
          in: "header",
          schema: { type: "string" },
          description: "For **support**. See [the docs](https://x.example.com).",
          example: "t1",
        },
        { name: "session", in: "cookie", schema: { type: "string" } },
        { name: "Accept", in: "header", schema: { type: "string" } },
        { name: "gone", in: "path", schema: { type: "string" } },
      ],
    });
    const places = Object.entries(input.properties).map(([name, field]) => [name, field["x-in"], field["x-style"]]);
    expect(places).toEqual([
      ["page", "query", "spread"],
      ["id", "path", undefined],
      ["filter", "query", "brackets"],
      ["ids", "query", "comma"],
      ["q", "query", "json"],
      ["tags", "query", "pipe"],
      ["X-Trace", "header", undefined],
      ["session", "cookie", undefined],
    ]);
    expect(input.required).toEqual(["page", "id"]);
    expect(input.properties["X-Trace"]).toMatchObject({ label: "X trace", help: "For support. See the docs.", example: "t1" });
  });

  it("that carry the credential are left to the connection", () => {
    const { actions, auth } = importing({
      components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
      security: [{ token: [] }],
      paths: {
        "/a": {
          get: {
            parameters: [
              { name: "token", in: "query", description: "Authentication token.", schema: { type: "string" } },
              { name: "token_count", in: "query", schema: { type: "string" } },
            ],
          },
        },
      },
    });
    expect([auth, actions.map(fieldsOf)]).toEqual([{ type: "bearer" }, [{ token_count: "query" }]]);
  });
});

it("says of what is deprecated that it is", () => {
  const parameters = [{ name: "old", in: "query", deprecated: true, description: "Use new.", schema: { type: "string" } }];
  const { description, deprecated, input } = action({ deprecated: true, description: "Does it.", parameters });
  expect([description, deprecated, input.properties["old"]?.help]).toEqual(["Deprecated. Does it.", true, "Deprecated. Use new."]);
});

describe("a body", () => {
  it("gives its fields one by one, each with what is said of it", () => {
    const found = action({
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" } }],
      ...body({
        type: "object",
        required: ["id", "name"],
        properties: {
          id: { type: "string" },
          name: { type: "string", description: "Its <b>name</b>.", minLength: 1 },
          at: { type: "string", readOnly: true },
        },
      }),
    });
    expect(fieldsOf(found)).toEqual({ id: "path", id_body: "body", name: "body" });
    expect(found.input.properties["id_body"]).toMatchObject({ "x-name": "id", type: "string" });
    expect(found.input.properties["name"]).toEqual({ label: "Name", help: "Its name.", type: "string", minLength: 1, "x-in": "body" });
  });

  it("that is no object is one field", () => {
    expect(fieldsOf(action(body({ type: "array", items: { type: "integer" } })))).toEqual({ id: "path", body: "wholeBody" });
    expect(fieldsOf(action(body({ oneOf: [{ type: "object", properties: { a: { type: "string" } } }, { type: "string" }] })))).toEqual({
      id: "path",
      body: "wholeBody",
    });
    expect(action(body({ type: "string" }, "text/markdown"))).toMatchObject({ body: "text", contentType: "text/markdown" });
    expect(action(body({}, "image/png"))).toMatchObject({ body: "binary", contentType: "image/png" });
  });

  it("of a form says how objects are written, one of several parts which are files", () => {
    const form = action(
      body(
        { type: "object", properties: { meta: { type: "object" }, list: { type: "array", items: { type: "string" } } } },
        "application/x-www-form-urlencoded",
        { encoding: { list: { style: "deepObject" } } },
      ),
    );
    expect([form.body, form.input.properties["meta"]?.["x-style"], form.input.properties["list"]?.["x-style"]]).toEqual([
      "form",
      "brackets",
      "brackets",
    ]);
    const parts = action(
      body({ type: "object", properties: { file: { type: "string", format: "binary" }, meta: { type: "object" } } }, "multipart/form-data"),
    );
    expect([parts.body, parts.input.properties["file"]?.["x-style"], parts.input.properties["meta"]?.["x-style"]]).toEqual([
      "multipart",
      "file",
      "json",
    ]);
    expect(parts.input.properties["file"]).toMatchObject({ type: "object", required: ["content"] });
  });

  it("is JSON where there is a choice", () => {
    const schema = { schema: { type: "object", properties: { a: { type: "string" } } } };
    expect(action({ requestBody: { content: { "multipart/form-data": schema, "application/vnd.acme+json": schema } } }).body).toBe("json");
  });
});

describe("schemas", () => {
  it("that are put together are one object; choices stay choices", () => {
    const { output } = action(
      answer({
        allOf: [{ $ref: "#/components/schemas/Base" }, { type: "object", required: ["b"], properties: { b: { type: "string" } } }],
      }),
      { schemas: { Base: { type: "object", required: ["a"], properties: { a: { type: "integer", nullable: true } } } } },
    );
    expect(output).toEqual({
      type: "object",
      properties: { a: { type: ["integer", "null"] }, b: { type: "string" } },
      required: ["a", "b"],
    });
    expect(action(answer({ oneOf: [{ type: "string" }, { type: "integer" }] })).output).toEqual({
      anyOf: [{ type: "string" }, { type: "integer" }],
    });
    expect(
      action(
        answer({
          type: "object",
          properties: { a: { type: "string" }, b: { type: "string" } },
          anyOf: [{ required: ["a"] }, { required: ["b"] }],
        }),
      ).output,
    ).toEqual({ type: "object", properties: { a: { type: "string" }, b: { type: "string" } } });
  });

  it("that hold themselves keep their names", () => {
    const { schemas, actions } = importing({
      paths: { "/tree": { get: { operationId: "tree", ...answer({ $ref: "#/components/schemas/tree-node" }) } } },
      components: {
        schemas: {
          "tree-node": { type: "object", properties: { children: { type: "array", items: { $ref: "#/components/schemas/tree-node" } } } },
        },
      },
    });
    expect(actions[0]?.output).toEqual({ $ref: "#/schemas/TreeNode" });
    expect(schemas).toEqual({
      TreeNode: { type: "object", properties: { children: { type: "array", items: { $ref: "#/schemas/TreeNode" } } } },
    });
  });

  it("that are nothing but themselves are of any shape", () => {
    const { schemas } = importing({
      paths: {
        "/a": {
          get: {
            operationId: "a",
            ...answer({
              type: "object",
              properties: { x: { $ref: "#/components/schemas/Json" }, y: { $ref: "#/components/schemas/Loop" } },
            }),
          },
        },
      },
      components: {
        schemas: {
          Json: { anyOf: [{ type: "string" }, { type: "object", additionalProperties: { $ref: "#/components/schemas/Json" } }] },
          Loop: { oneOf: [{ $ref: "#/components/schemas/Loop" }, { type: "null" }] },
        },
      },
    });
    expect(schemas).toEqual({
      Json: { anyOf: [{ type: "string" }, { type: "object", additionalProperties: {} }] },
      Loop: { anyOf: [{}, { type: "null" }] },
    });
  });

  it("with a discriminator say which value belongs to which", () => {
    const { output } = action(
      answer({
        oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
        discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" } },
      }),
      {
        schemas: {
          Cat: { type: "object", properties: { kind: { type: "string" } } },
          Dog: { type: "object", properties: { kind: { type: "string", enum: ["dog"] } } },
        },
      },
    );
    expect(output).toEqual({
      anyOf: [
        { allOf: [{ $ref: "#/schemas/Cat" }, { type: "object", properties: { kind: { const: "cat" } }, required: ["kind"] }] },
        { $ref: "#/schemas/Dog" },
      ],
    });
  });

  it("do not grow without end where each says something about the next", () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `S${index}`,
        {
          type: "object",
          properties: Object.fromEntries(
            ["a", "b", "c"].map((name, offset) => [
              name,
              {
                allOf: [
                  { $ref: `#/components/schemas/S${(index + offset) % 30}` },
                  { type: "object", properties: { own: { type: "string" } } },
                ],
              },
            ]),
          ),
        },
      ]),
    );
    const before = performance.now();
    const text = JSON.stringify(
      importing({ paths: { "/a": { get: answer({ $ref: "#/components/schemas/S0" }) } }, components: { schemas } }),
    );
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(text.length).toBeLessThan(20_000_000);
  });
});

describe("an answer", () => {
  it.each([
    [{ 204: { description: "" } }, { answer: "auto", output: { type: "null" } }],
    [{ 200: { description: "" } }, { answer: "auto" }],
    [{ 200: { description: "", content: { "text/csv": {} } } }, { answer: "text", output: { type: "string" } }],
    [
      { 200: { description: "", content: { "application/pdf": {} } } },
      { answer: "base64", output: { type: "string", contentEncoding: "base64" } },
    ],
    [
      { 202: { description: "" }, 200: { description: "", content: { "application/json": { schema: { type: "integer" } } } } },
      { answer: "json", output: { anyOf: [{ type: "integer" }, { type: "null" }] } },
    ],
    [
      { default: { description: "", content: { "application/json": { schema: { type: "boolean" } } } } },
      { answer: "json", output: { type: "boolean" } },
    ],
  ])("of %j", (responses, expected) => {
    const { answer: read, output } = action({ responses });
    expect({ answer: read, ...(output === undefined ? {} : { output }) }).toEqual(expected);
  });
});

describe("authentication", () => {
  const authOf = (scheme: object, security: unknown = [{ it: [] }]) =>
    importing({ components: { securitySchemes: { it: scheme } }, security, paths: { "/a": { get: {} } } }).auth;

  it.each([
    [{ type: "http", scheme: "bearer" }, { type: "bearer" }],
    [{ type: "http", scheme: "Basic" }, { type: "basic" }],
    [
      { type: "apiKey", in: "header", name: "X-Key" },
      { type: "header", name: "X-Key" },
    ],
    [
      { type: "apiKey", in: "query", name: "key" },
      { type: "query", name: "key" },
    ],
    [{ type: "apiKey", in: "header", name: "X\r\nY" }, { type: "none" }],
    [{ type: "openIdConnect", openIdConnectUrl: "https://x.example.com" }, { type: "bearer" }],
  ])("by %j", (scheme, auth) => {
    expect(authOf(scheme)).toEqual(auth);
  });

  it("by several keys at once asks for each", () => {
    const { auth, extraKeys } = importing({
      components: {
        securitySchemes: {
          key: { type: "apiKey", in: "header", name: "X-Key" },
          appId: { type: "apiKey", in: "header", name: "X-App-Id" },
          sig: { type: "apiKey", in: "query", name: "key" },
        },
      },
      security: [{ key: [], appId: [], sig: [] }],
      paths: { "/a": { get: {} } },
    });
    expect(auth).toEqual({ type: "header", name: "X-Key" });
    expect(extraKeys).toEqual([
      { field: "xAppId", label: "X app ID", in: "header", name: "X-App-Id" },
      { field: "key2", label: "Key", in: "query", name: "key" },
    ]);
  });

  it("by OAuth asks for the scopes that the chosen operations need", () => {
    const flows = {
      authorizationCode: {
        authorizationUrl: "https://acme.example.com/authorize",
        tokenUrl: "https://acme.example.com/token",
        scopes: { read: "", write: "" },
      },
    };
    const tokenUrl = "https://acme.example.com/token";
    expect(authOf({ type: "oauth2", flows }, [{ it: ["read", "unknown"] }])).toEqual({
      type: "oauth2",
      authorizeUrl: "https://acme.example.com/authorize",
      tokenUrl,
      scopes: ["read"],
    });
    expect(authOf({ type: "oauth2", flows: { clientCredentials: { tokenUrl, scopes: {} } } })).toEqual({
      type: "oauth2",
      tokenUrl,
      scopes: [],
    });
    expect(authOf({ type: "oauth2", flows: { authorizationCode: { ...flows.authorizationCode, tokenUrl: "javascript:1" } } })).toEqual({
      type: "bearer",
    });
  });
});

describe("names", () => {
  it("are identifiers, each once, on any disk", () => {
    const paths = {
      "/a": { get: { operationId: "repos/list-for-org" }, post: { operationId: "delete" }, put: {}, patch: { operationId: "X" } },
      "/b/{b_id}": {
        get: { operationId: "REPOS_listForOrg" },
        delete: { operationId: "a(){};alert(1)//" },
        post: { operationId: "options" },
      },
    };
    expect(importing({ paths }).actions.map(({ name, method }) => [method, name])).toEqual([
      ["GET", "reposListForOrg"],
      ["POST", "deleteA"],
      ["PUT", "putA"],
      ["PATCH", "xA"],
      ["GET", "reposListForOrg2"],
      ["POST", "optionsB"],
      ["DELETE", "aAlert1"],
    ]);
  });

  it.each([
    ["Swagger Petstore API", "https://petstore.example.com", "swaggerPetstore"],
    ["GitHub's official OpenAPI spec + Octokit extension", "https://api.github.com", "github"],
    ["Discord HTTP API (Preview)", "https://discord.com/api", "discord"],
    ["API", "https://10.0.0.1", "api2"],
    ["Class", "https://x.example.com", "classApi"],
  ])("of %j at %s", (title, url, name) => {
    const { name: made } = importing(
      { info: { title, version: "1" }, servers: [{ url }], paths: { "/a": { get: {} } } },
      { all: true, taken: new Set(["api"]) },
    );
    expect(made.replace("service", "api2").replace("apiApi", "api2")).toBe(name);
  });
});

describe("choosing", () => {
  const paths = { "/a": { get: { operationId: "getA", tags: ["One"] } }, "/b": { get: { operationId: "get-b" } } };

  it("takes what is named by name, id, path or tag", () => {
    const names = (options: ImportOptions) => importing({ paths }, options).actions.map(({ name }) => name);
    expect([
      names({ operations: ["getA"] }),
      names({ operations: ["get-b"] }),
      names({ operations: ["GET /b"] }),
      names({ tags: ["one"] }),
    ]).toEqual([["getA"], ["getB"], ["getB"], ["getA"]]);
  });

  it("says what it does not find", () => {
    expect(() => importing({ paths }, { operations: ["getC"] })).toThrow("no operation or tag called getC");
    expect(() => importing({ paths }, {})).toThrow("No operation was chosen.");
    expect(() => importing({})).toThrow("describes no operation");
  });
});

describe("servers", () => {
  const baseUrl = (servers: unknown, url?: string) =>
    importService(openDocument(document({ servers, paths: { "/a": { get: {} } } }), url === undefined ? {} : { url: new URL(url) }), {
      all: true,
    }).baseUrl;

  it("are filled in, and relative ones are taken from the document's own address", () => {
    expect(
      baseUrl([{ url: "https://{region}.acme.example.com/{v}/", variables: { region: { default: "eu" }, v: { default: "v2" } } }]),
    ).toBe("https://eu.acme.example.com/v2");
    expect(baseUrl([{ url: "javascript:alert(1)" }, { url: "https://a.example.com" }])).toBe("https://a.example.com");
    expect(baseUrl([{ url: "/v3" }], "https://b.example.com/docs/openapi.json")).toBe("https://b.example.com/v3");
  });

  it.each([[[{ url: "/v3" }]], [[{ url: "ftp://x.example.com" }]], [undefined]])("without a usable address say so: %j", (servers) => {
    expect(() => baseUrl(servers)).toThrow("does not say at which http(s) address");
  });

  it("keep no password", () => {
    expect(baseUrl([{ url: "https://u:p@x.example.com/v1?key=1" }])).toBe("https://x.example.com/v1");
  });
});

it("lists operations with the words a person chooses by", () => {
  const paths = {
    "/orders/{id}": {
      get: {
        operationId: "getOrder",
        summary: "Get **one**.",
        description: "<p>First.</p><p>Second.</p>",
        tags: ["orders"],
        deprecated: true,
      },
    },
  };
  const [{ operation: _operation, pathItem: _item, ...summary } = { operation: {}, pathItem: {} }] = listOperations(
    openDocument(document({ paths })),
  );
  expect(summary).toEqual({
    name: "getOrder",
    id: "getOrder",
    method: "GET",
    path: "/orders/{id}",
    label: "Get one",
    description: "First.",
    tags: ["orders"],
    deprecated: true,
  });
});

it("reads Swagger 2 and YAML", () => {
  const { baseUrl, actions, auth } = importService(
    readOpenApi(`swagger: "2.0"
info: { title: Old, version: "1" }
host: old.example.com
basePath: /v1
schemes: [https]
securityDefinitions: { key: { type: apiKey, in: header, name: X-Key } }
security: [{ key: [] }]
paths:
  /upload:
    post:
      consumes: [multipart/form-data]
      parameters:
        - { name: file, in: formData, type: file, required: true }
        - { name: tags, in: query, type: array, items: { type: string }, collectionFormat: csv }
      responses: { 200: { description: ok, schema: { type: object, properties: { id: { type: string } } } } }
`),
    { all: true },
  );
  expect([baseUrl, auth]).toEqual(["https://old.example.com/v1", { type: "header", name: "X-Key" }]);
  expect(actions[0]).toMatchObject({ name: "postUpload", body: "multipart", output: { type: "object" } });
  expect(actions[0]?.input.properties["file"]).toMatchObject({ "x-style": "file" });
  expect(actions[0]?.input.properties["tags"]).toMatchObject({ "x-style": "comma" });
});
