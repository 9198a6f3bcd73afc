import { expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import { describeAction } from "../../kit/contract.ts";
import { plugin } from "../index.ts";
import type { RequestInput, RequestOutput } from "../request-types.ts";
import type { requestOutput } from "./request.ts";
import { requestInput } from "./request.ts";

describeAction(plugin, "request", {
  input: { method: "POST", url: "https://shop.example.com/orders", query: { dry: true }, body: { sku: "loom-01" } },
  answers: { status: 201, body: { id: "1007" } },
  calls: [{ method: "POST", url: "/orders?dry=true", body: '{"sku":"loom-01"}' }],
  output: { status: 201, body: { id: "1007" } },
});

it("needs a URL and nothing else", () => {
  expect(requestInput.safeParse({ url: "https://example.com" }).success).toBe(true);
  expect(requestInput.safeParse({}).error?.issues.map(({ path }) => path)).toEqual([["url"]]);
});

it.each([
  [{ metod: "GET" }, []],
  [{ method: "get" }, ["method"]],
  [{ timeout: "soon" }, ["timeout"]],
  [{ maxBytes: 0 }, ["maxBytes"]],
  [{ maxRedirects: 21 }, ["maxRedirects"]],
  [{ expectStatus: [] }, ["expectStatus"]],
  [{ expectStatus: ["ok"] }, ["expectStatus", 0]],
  [{ auth: "digest" }, ["auth"]],
])("refuses %j at its field", (input, path) => {
  expect(requestInput.safeParse({ url: "https://example.com", ...input }).error?.issues[0]?.path).toEqual(path);
});

it("has interfaces that say what its schemas say", () => {
  expectTypeOf<RequestInput>().toEqualTypeOf<z.input<typeof requestInput>>();
  expectTypeOf<RequestOutput>().toEqualTypeOf<z.output<typeof requestOutput>>();
});
