import { describe, expect, it } from "vitest";
import type { ActionDefinition, ServiceDefinition } from "../service-definition.ts";
import { importService } from "./import-service.ts";
import { openDocument } from "./open-api-document.ts";

function importing(parts: object): ServiceDefinition {
  const document = { openapi: "3.0.3", info: { title: "Acme", version: "1" }, servers: [{ url: "https://acme.example.com" }], ...parts };
  return importService(openDocument(document), { all: true });
}

/** The one action of a document with one operation, `PATCH /things`. */
function action(operation: object, schemas: object = {}): ActionDefinition | undefined {
  return importing({ paths: { "/things": { patch: { operationId: "doIt", ...operation } } }, components: { schemas } }).actions[0];
}

const text = { type: "string" };
const content = (...types: string[]): object => Object.fromEntries(types.map((type) => [type, { schema: { type: "object" } }]));

describe("media types", () => {
  it("of JSON by another name are sent and asked for by it", () => {
    const api = action({
      requestBody: { content: content("application/vnd.api+json") },
      responses: { 200: { content: content("application/vnd.api+json") } },
    });
    expect(api).toMatchObject({
      body: "json",
      contentType: "application/vnd.api+json",
      accept: "application/vnd.api+json, application/json;q=0.9",
      answer: "json",
    });
    expect(action({ requestBody: { content: content("application/json; charset=utf-8") } })).not.toHaveProperty("contentType");
  });

  it("of patches give the one that looks like what it changes", () => {
    const types = content("application/json-patch+json", "application/merge-patch+json");
    expect(action({ requestBody: { content: types } })).toMatchObject({ contentType: "application/merge-patch+json" });
  });

  it("that may be anything are text where a text is told", () => {
    const answering = (schema: object) => action({ responses: { 200: { content: { "*/*": { schema } } } } })?.answer;
    expect([answering(text), answering({ type: "object" })]).toEqual(["auto", "json"]);
  });
});

describe("fields", () => {
  it("called as words of JSON Schema stay what they are", () => {
    const names = "example examples type format nullable properties required items default enum".split(" ");
    const schema = { type: "object", properties: Object.fromEntries(names.map((name) => [name, text])) };
    const made = action({ requestBody: { content: { "application/json": { schema } } } });
    expect(Object.entries(made?.input.properties ?? {}).map(([name, field]) => [name, field["type"]])).toEqual(
      names.map((name) => [name, "string"]),
    );
  });

  it("that the document does not name have room in a body that may have more", () => {
    const made = (additionalProperties: unknown) =>
      action({
        requestBody: { content: { "application/json": { schema: { type: "object", properties: { name: text }, additionalProperties } } } },
      })?.input.properties;
    expect(made(true)?.["body"]).toMatchObject({ "x-in": "wholeBody", properties: { name: text }, additionalProperties: true });
    expect(made({ type: "integer" })?.["body"]).toMatchObject({ "x-in": "wholeBody", additionalProperties: { type: "integer" } });
    expect(Object.keys(made(false) ?? {})).toEqual(["name"]);
  });

  it("that are files are found in parts of a body", () => {
    const schema = {
      allOf: [
        { type: "object", properties: { note: text } },
        { type: "object", properties: { file: { type: "string", format: "binary" } } },
      ],
    };
    const made = action({ requestBody: { content: { "multipart/form-data": { schema } } } });
    expect(Object.entries(made?.input.properties ?? {}).map(([name, field]) => [name, field["x-style"]])).toEqual([
      ["note", undefined],
      ["file", "file"],
    ]);
  });
});

describe("credentials", () => {
  const auth = (scheme: object) =>
    importing({
      paths: { "/things": { get: { operationId: "list", security: [{ it: [] }] } } },
      components: { securitySchemes: { it: scheme } },
    }).auth;

  it("may be a cookie", () => {
    expect(auth({ type: "apiKey", in: "cookie", name: "SID" })).toEqual({ type: "header", name: "Cookie", prefix: "SID=" });
  });

  it("that are called a key and described as a bearer token are one", () => {
    const key = { type: "apiKey", in: "header", name: "Authorization" };
    expect(auth({ ...key, description: "JWT with the Bearer scheme: `Bearer <token>`" })).toEqual({ type: "bearer" });
    expect(auth(key)).toEqual({ type: "header", name: "Authorization" });
  });
});

describe("base types", () => {
  const base = {
    type: "object",
    required: ["petType"],
    properties: { petType: text, name: text },
    discriminator: { propertyName: "petType" },
  };
  const of = (name: string, properties: object): object => ({
    allOf: [{ $ref: `#/components/schemas/${name}` }, { type: "object", properties }],
  });
  const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
  const schemas = {
    Animal: { ...base, discriminator: { ...base.discriminator, mapping: { dog: "#/components/schemas/Dog", pup: "Puppy" } } },
    Dog: of("Animal", { bark: { type: "boolean" } }),
    Puppy: of("Dog", { age: { type: "integer" } }),
  };
  const json = (schema: object): object => ({ content: { "application/json": { schema } } });

  it("stand for what is put together from them too", () => {
    const { actions, schemas: named } = importing({
      paths: { "/a": { post: { operationId: "add", requestBody: json(ref("Animal")), responses: { 200: json(ref("Animal")) } } } },
      components: { schemas },
    });
    expect(actions[0]?.input.properties["body"]).toMatchObject({ $ref: "#/schemas/Animal", "x-in": "wholeBody" });
    const tagged = (name: string, value: string): object => ({
      allOf: [{ $ref: `#/schemas/${name}` }, { type: "object", properties: { petType: { const: value } }, required: ["petType"] }],
    });
    expect(named["Animal"]).toEqual({
      anyOf: [
        { type: "object", properties: { petType: text, name: text }, required: ["petType"] },
        tagged("Dog", "dog"),
        tagged("Puppy", "pup"),
      ],
    });
    expect(Object.keys(Object(named["Puppy"]?.["properties"]))).toEqual(["petType", "name", "bark", "age"]);
  });

  it("of more types than anybody could choose from stand for themselves", () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`Kind${at}`, of("Animal", {})]));
    const made = importing({
      paths: { "/a": { post: { operationId: "add", requestBody: json(ref("Animal")) } } },
      components: { schemas: { Animal: base, ...many } },
    });
    expect(Object.keys(made.actions[0]?.input.properties ?? {})).toEqual(["petType", "name"]);
  });
});

it("answers with any of the objects that it says go well", () => {
  const object = (name: string): object => ({ type: "object", required: [name], properties: { [name]: text } });
  const json = (schema: object): object => ({ content: { "application/json": { schema } } });
  expect(action({ responses: { 200: json(object("order")), 202: json(object("job")) } })?.output).toEqual({
    anyOf: [object("order"), object("job")],
  });
  expect(action({ responses: { 200: json(object("order")), 201: json(object("order")) } })?.output).toEqual(object("order"));
  expect(action({ responses: { 200: json({ type: "array", items: text }), 202: json(object("job")) } })?.output).toEqual({
    type: "array",
    items: text,
  });
});

describe("addresses", () => {
  const paths = { "/things": { get: { operationId: "list" } } };
  const at = (servers: unknown, url?: string): string => {
    const document = { openapi: "3.1.0", info: { title: "Acme", version: "1" }, servers, paths };
    return importService(openDocument(document, url === undefined ? {} : { url: new URL(url) }), { all: true }).baseUrl;
  };

  it("are encrypted ones where there is a choice", () => {
    expect(at([{ url: "http://acme.example.com/v1" }, { url: "https://acme.example.com/v1" }])).toBe("https://acme.example.com/v1");
    expect(at([{ url: "http://acme.example.com/v1" }, { url: "https://sandbox.example.com/v1" }])).toBe("http://acme.example.com/v1");
  });

  it("are those of a document that names none and was fetched, and asked for otherwise", () => {
    expect(at(undefined, "http://acme.example.com:8000/openapi.json")).toBe("http://acme.example.com:8000");
    const refusal = { message: "The document does not say at which http(s) address the API answers." };
    expect(() => at(undefined)).toThrow(expect.objectContaining(refusal));
    expect(() => at([{ url: "/api/v3" }])).toThrow(
      expect.objectContaining({ hint: "Name it: --base-url https://api.example.com/api/v3, or baseUrl over the API." }),
    );
  });
});

it("passes over what is no operation", () => {
  const get = { operationId: "list" };
  const { actions } = importing({ paths: { "x-tools": { get }, "/null": { get: null, put: 5 }, "/none": null, "/things": { get } } });
  expect(actions.map(({ name, path }) => [name, path])).toEqual([["list", "/things"]]);
});

it("names an operation by its letters, accents or not", () => {
  const { actions } = importing({ paths: { "/things": { get: { operationId: "créerCommande" } } } });
  expect(actions.map(({ name }) => name)).toEqual(["creerCommande"]);
});
