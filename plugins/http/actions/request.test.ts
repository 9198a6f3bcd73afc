import { join } from "node:path";
import { expect, it } from "vitest";
import { describeService } from "../../kit/contract/describe-service.ts";
import { plugin } from "../index.ts";
import { requestInput } from "./request.ts";

describeService(plugin, {
  contract: join(import.meta.dirname, "..", "contract.yaml"),
  idempotencyHeader: "Idempotency-Key",
  actions: {
    request: {
      calls: [{ method: "POST", url: "/orders?dry=true", body: { sku: "loom-01" } }],
      output: { status: 201, body: { id: "1007" } },
    },
  },
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
