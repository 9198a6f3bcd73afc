import { afterAll, beforeAll, expect, it } from "vitest";
import { apiKeys } from "../../lib/db/schema/index.ts";
import type { Api } from "./start-api.ts";
import { chain, startApi, until } from "./start-api.ts";

let api: Api;
let admin: string;

beforeAll(async () => {
  api = await startApi();
  ({ key: admin } = await api.newKey({ admin: true }));
  await api.publish(chain("mine", {}, { id: "result", kind: "control.return", config: { value: 1 } }));
});
afterAll(() => api.close());

const create = (json: object) => api.call("POST", "/api/keys", { key: admin, json });

it("makes keys for all workflows, for some, and for managing", async () => {
  const all = await create({ name: "all" });
  expect([all.status, all.json.scope]).toEqual([200, { kind: "all" }]);
  expect(all.json.key).toMatch(/^weft_[A-Za-z0-9_-]{43}$/);
  expect((await create({ name: "some", workflows: ["mine"] })).json.scope).toEqual({
    kind: "workflows",
    workflows: [expect.stringMatching(/^wfl_/)],
  });
  expect((await create({ name: "ci", admin: true })).json.scope).toEqual({ kind: "admin" });
});

it("refuses a key without a name, or for a workflow that does not exist", async () => {
  expect((await create({})).json.error.details.fields[0].path).toBe("body.name");
  expect((await create({ name: " " })).status).toBe(400);
  expect((await create({ name: "x", workflows: ["absent"] })).status).toBe(404);
});

it("keeps a hash of the key and nothing more of it than its start", async () => {
  const { key } = (await create({ name: "secret" })).json as { key: string };
  const rows = await api.server.database.select().from(apiKeys);
  expect(JSON.stringify(rows)).not.toContain(key.slice(10));
  expect(rows.find((row) => row.name === "secret")?.hash).toMatch(/^[0-9a-f]{64}$/);
});

it("lists keys with when they were used and revoked, never a hash", async () => {
  const { id, key } = (await create({ name: "listed" })).json as { id: string; key: string };
  await api.call("GET", "/api/runs", { key });
  await api.call("POST", `/api/keys/${id}/revoke`, { key: admin });
  // The use is noted beside the answer, not before it.
  const { keys } = await until(
    async () => (await api.call("GET", "/api/keys", { key: admin })).json,
    (list) => list.keys[0].lastUsedAt !== null,
  );
  expect(keys[0]).toEqual({
    id,
    name: "listed",
    prefix: key.slice(0, 10),
    scope: { kind: "all" },
    createdAt: expect.any(String),
    lastUsedAt: expect.any(String),
    revokedAt: expect.any(String),
  });
  expect((await api.call("POST", `/api/keys/${id}/revoke`, { key: admin })).status).toBe(404);
});

it("lets only an admin key manage keys", async () => {
  const { key } = (await create({ name: "plain" })).json as { key: string };
  expect((await api.call("GET", "/api/keys", { key })).status).toBe(403);
  expect((await api.call("POST", "/api/keys", { key, json: { name: "more", admin: true } })).status).toBe(403);
});
