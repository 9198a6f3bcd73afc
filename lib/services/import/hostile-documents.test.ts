import { describe, expect, it } from "vitest";
import { importService } from "./import-service.ts";
import { openDocument, readOpenApi } from "./open-api-document.ts";

const document = (parts: object): object => ({
  openapi: "3.0.3",
  info: { title: "Acme API", version: "1" },
  servers: [{ url: "https://api.acme.example.com/v1" }],
  ...parts,
});

const importing = (parts: object) => importService(openDocument(document(parts)), { all: true });

/** Imports a document with one operation, `POST /things/{id}`. */
const action = (operation: object, components: object = {}) =>
  importing({ paths: { "/things/{id}": { post: { operationId: "doIt", ...operation } } }, components });

const answer = (schema: object): object => ({ responses: { 200: { description: "", content: { "application/json": { schema } } } } });

describe("documents that mean harm", () => {
  it.each([
    [
      "an alias bomb",
      `openapi: 3.0.0\na: &a [x,x,x,x,x,x,x,x,x,x]\n${"bcdefgh"
        .split("")
        .map((name, at) => `${name}: &${name} [${`*${"abcdefgh"[at]},`.repeat(9)}*${"abcdefgh"[at]}]`)
        .join("\n")}\npaths: {}`,
      /neither JSON nor YAML|Excessive alias/,
    ],
    ["an alias to itself", "openapi: 3.0.0\npaths: &p\n  /a: *p\n", /neither JSON nor YAML|nested deeper|describes no operation/],
    ["depth", `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`, /nested deeper/],
    ["deep YAML", `a: ${"[".repeat(5_000)}${"]".repeat(5_000)}`, /neither JSON nor YAML|nested deeper/],
    ["nothing", "", /is not an OpenAPI document/],
    ["no object", "[1]", /is not an OpenAPI document/],
    ["another version", '{"openapi":"1.0"}', /is not an OpenAPI document/],
    ["size", " ".repeat(51 * 1024 * 1024), /larger than 50 MiB/],
  ])("by %s are refused with one sentence", (_, text, message) => {
    expect(() => importService(readOpenApi(text), { all: true })).toThrow(message);
  });

  it("cannot reach the prototype of anything", () => {
    const text = JSON.stringify(
      document({
        paths: {
          "/a/{__proto__}": { get: { operationId: "x", parameters: [{ name: "__proto__", in: "query", schema: { type: "string" } }] } },
        },
      }),
    ).replace('"paths"', '"__proto__":{"polluted":true},"paths"');
    const { actions } = importService(readOpenApi(text), { all: true });
    expect(Object.keys(actions[0]?.input.properties ?? {})).toEqual(["__proto___path", "__proto___query"]);
    expect({}).not.toHaveProperty("polluted");
    expect(() => action(answer({ $ref: "#/components/schemas/constructor" }))).toThrow("which is not in it");
  });

  it("cannot refer to other documents, or in circles", () => {
    expect(() => action(answer({ $ref: "https://evil.example.com/x.json#/A" }))).toThrow(
      'refers to "https://evil.example.com/x.json#/A", which is another document',
    );
    expect(() => action(answer({ $ref: "file:///etc/passwd" }))).toThrow("another document");
    expect(() =>
      action(
        { parameters: [{ $ref: "#/components/parameters/A" }] },
        { parameters: { A: { $ref: "#/components/parameters/B" }, B: { $ref: "#/components/parameters/A" } } },
      ),
    ).toThrow("lead in a circle");
  });

  it("cannot write code into a path, or a second header", () => {
    const paths = {
      "/a`${process.exit()}`/{x}/\r\nX: 1/💥?q={y}": {
        get: { operationId: "p", parameters: [{ name: "A\r\nB", in: "header", schema: { type: "string" } }] },
      },
    };
    const [found] = importing({ paths }).actions;
    expect(found?.path).toBe(
      "/a%60%24%7Bprocess.exit()%7D%60/{x}/%0D%0AX:%201/%F0%9F%92%A5".replace("%7Bprocess.exit()%7D", "{process.exit}"),
    );
    expect(Object.keys(found?.input.properties ?? {})).toEqual(["process.exit", "x"]);
  });
});
