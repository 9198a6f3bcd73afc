import { afterAll, beforeAll, expect, it } from "vitest";
import type { Api } from "./start-api.ts";
import { chain, startApi } from "./start-api.ts";

let api: Api;
let admin: string;

beforeAll(async () => {
  api = await startApi();
  ({ key: admin } = await api.newKey({ admin: true }));
});
afterAll(() => api.close());

const call = (method: string, path: string, json?: unknown) => api.call(method, path, { key: admin, json });

async function create(graph: object): Promise<string> {
  return (await call("POST", "/api/documents", { graph })).json.id;
}

/** A link to a workflow, and what it shows to a stranger. */
async function share(id: string) {
  const made = (await call("POST", `/api/documents/${id}/shares`, {})).json;
  const token = made.url.slice(`${api.url}/share/`.length);
  return { ...made, token, look: () => api.call("GET", `/api/shared/${token}`) };
}

it("shows a workflow to whoever has the link, as it was when it was shared", async () => {
  const graph = {
    ...chain("open", {}, { id: "result", kind: "control.return", config: { value: 1 } }),
    title: "Open",
    description: "For all",
  };
  const id = await create(graph);
  const link = await share(id);
  expect(link.token).toMatch(/^[A-Za-z0-9_-]{32}$/);
  await call("PUT", `/api/documents/${id}`, { revision: 1, graph: { ...graph, title: "Changed" } });
  const shown = (await link.look()).json;
  expect(shown).toMatchObject({ title: "Open", description: "For all", graph: { name: "open" } });
  expect(shown.source).toContain("export async function open");
  expect(Object.keys(shown).sort()).toEqual(["description", "graph", "sharedAt", "source", "title"]);
});

it("lists links without their secret part, and stops one at once", async () => {
  const id = await create(chain("linked", {}));
  const [first, second] = [await share(id), await share(id)];
  const list = async () => (await call("GET", `/api/documents/${id}/shares`)).json.shares;
  expect((await list()).map((entry: { id: string }) => entry.id)).toEqual([second.id, first.id]);
  expect(JSON.stringify(await list())).not.toContain(first.token);
  expect((await call("DELETE", `/api/documents/${id}/shares/${first.id}`)).json).toEqual({ id: first.id, revoked: true });
  expect((await first.look()).status).toBe(404);
  expect((await second.look()).status).toBe(200);
  expect((await list()).length).toBe(1);
  expect((await call("DELETE", `/api/documents/${id}/shares/${first.id}`)).status).toBe(404);
  expect((await api.call("GET", `/api/shared/${"x".repeat(32)}`)).status).toBe(404);
});

it("shows no connection, no pin and nothing that the workspace keeps secret, however it is written", async () => {
  const secret = "correct horse battery";
  await call("POST", "/api/variables", undefined);
  const stored = await call("PUT", "/api/variables/PHRASE", { value: secret, secret: true });
  expect(stored.status).toBe(200);
  const id = await create(
    chain(
      "guarded",
      {},
      {
        id: "fetched",
        kind: "http.request",
        config: {
          url: `https://user:hunter22@example.com/a?phrase=${encodeURIComponent(secret)}&api_key=abcdef`,
          headers: { Authorization: "Bearer abc", "X-Api-Key": "{{ env.PHRASE }}", Cookie: "session=1", Accept: "application/json" },
          body: { text: `it is ${secret}`, webhook: "https://hooks.slack.com/services/T0/B0/zzzz", key: "sk_live_51HxYzAbCdEfGhIjKl" },
        },
        connection: "team-secret",
      },
    ),
  );
  await call("PUT", `/api/documents/${id}/pins/fetched`, { output: { private: "pinned-value" } });
  const { text, json } = await (await share(id)).look();
  for (const leak of [
    secret,
    "hunter22",
    "abcdef",
    "Bearer abc",
    "session=1",
    "T0/B0",
    "51HxYz",
    "team-secret",
    "pinned-value",
    encodeURIComponent(secret),
  ]) {
    expect(text).not.toContain(leak);
  }
  expect(json.graph.nodes[1].config.headers).toEqual({
    Authorization: "[redacted]",
    "X-Api-Key": "{{ env.PHRASE }}",
    Cookie: "[redacted]",
    Accept: "application/json",
  });
});

it("shares a draft with errors without its code", async () => {
  const link = await share(await create(chain("faulty", {}, { id: "result", kind: "control.return", config: { value: "{{ nobody }}" } })));
  expect((await link.look()).json).toMatchObject({ source: "", graph: { name: "faulty" } });
});
