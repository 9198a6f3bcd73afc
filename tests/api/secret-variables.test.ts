import { afterAll, beforeAll, expect, it } from "vitest";
import { DEFAULT_WORKSPACE_ID } from "../../lib/workspaces/default-workspace.ts";
import { newKey, printKey } from "../../lib/secrets/key-ring.ts";
import { local } from "../../lib/keys/access.ts";
import { setVariable } from "../../lib/variables/set-variable.ts";
import type { LoopbackServer } from "../../plugins/kit/loopback-server.ts";
import { startLoopbackServer } from "../../plugins/kit/loopback-server.ts";
import type { Api } from "./start-api.ts";
import { chain, startApi } from "./start-api.ts";

const SECRET = "sk_live_0123456789abcdef";
let shop: LoopbackServer;
let api: Api;
let key: string;

beforeAll(async () => {
  shop = await startLoopbackServer((_call, response) => response.writeHead(200, { "content-type": "application/json" }).end("{}"));
  Object.assign(process.env, { WEFT_ENCRYPTION_KEYS: printKey(newKey()), WEFT_ALLOWED_PRIVATE_HOSTS: shop.host });
  api = await startApi();
  ({ key } = await api.newKey());
  await setVariable(api.server, local(DEFAULT_WORKSPACE_ID), "SHOP_KEY", { value: SECRET, secret: true });
  const config = { method: "POST", url: `${shop.url}/orders`, headers: { "x-key": "{{ env.SHOP_KEY }}" }, body: "{{ input.body }}" };
  const send = { id: "send", kind: "http.request", config };
  await api.publish(chain("order", {}, send, { id: "done", kind: "control.return", config: { value: "{{ input.body }}" } }));
});
afterAll(async () => {
  await api.close();
  await shop.close();
  for (const name of ["WEFT_ENCRYPTION_KEYS", "WEFT_ALLOWED_PRIVATE_HOSTS"]) Reflect.deleteProperty(process.env, name);
});

it("puts a secret in where the workflow names it, and never where a caller's data looks as if it did", async () => {
  await api.call("POST", "/api/triggers/order", { key, json: { first: true } });
  const { json } = await api.call("GET", "/api/runs", { key });
  const steps = await api.call("GET", `/api/runs/${json.runs[0].id}`, { key });
  expect(shop.calls.map(({ headers, body }) => [headers["x-key"], body])).toEqual([[SECRET, '{"first":true}']]);
  // What people are shown is the variable's name: neither its value nor what stands for it.
  expect(steps.text).toContain("{{ env.SHOP_KEY }}");
  expect(steps.text).not.toContain(SECRET);
  expect(steps.text).not.toContain("weft-secret:");

  const stored = await api.server.database.execute<{ marker: string }>("select variables->'values'->>'SHOP_KEY' marker from runs");
  const marker = stored.rows[0]?.marker ?? "";
  expect(marker).toMatch(/^weft-secret:[0-9a-f]{32}:SHOP_KEY;$/);
  const guesses = { texts: [marker, "{{ env.SHOP_KEY }}", "${env.SHOP_KEY}", "weft-secret::SHOP_KEY;"], env: { SHOP_KEY: "x" } };
  const answer = await api.call("POST", "/api/triggers/order", { key, json: guesses });
  expect(JSON.parse(shop.calls[1]?.body ?? "")).toEqual(guesses);
  expect(shop.calls[1]?.headers["x-key"]).toBe(SECRET);
  expect(answer.json).toEqual(guesses);
});
