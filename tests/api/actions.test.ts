import { afterAll, beforeAll, expect, it } from "vitest";
import type { LoopbackServer } from "../../plugins/kit/loopback-server.ts";
import { startLoopbackServer } from "../../plugins/kit/loopback-server.ts";
import type { Api } from "./start-api.ts";
import { startApi } from "./start-api.ts";

let api: Api;
let slack: LoopbackServer;
let key: string;
beforeAll(async () => {
  slack = await startLoopbackServer((call, response) => {
    response.setHeader("content-type", "application/json");
    const isKnown = call.headers.authorization === "Bearer xoxb-marked";
    const channels = [
      { id: "C1", name: "general" },
      { id: "C2", name: "vip" },
    ];
    response.end(
      JSON.stringify(isKnown ? { ok: true, channels, response_metadata: { next_cursor: "" } } : { ok: false, error: "invalid_auth" }),
    );
  });
  process.env["WEFT_ALLOWED_PRIVATE_HOSTS"] = slack.host;
  process.env["SLACK_BASE_URL"] = slack.url;
  process.env["SLACK_BOT_TOKEN"] = "xoxb-marked";
  api = await startApi();
  key = (await api.newKey({ admin: true })).key;
});
afterAll(async () => {
  for (const name of ["WEFT_ALLOWED_PRIVATE_HOSTS", "SLACK_BASE_URL", "SLACK_BOT_TOKEN"]) delete process.env[name];
  await api.close();
  await slack.close();
});

it("finds actions by words, the service's name first", async () => {
  const { json } = await api.call("GET", "/api/actions?search=slack%20message&limit=3", { key });
  expect(json.actions.map(({ service }: { service: string }) => service)).toEqual(["Slack", "Slack", "Slack"]);
  expect((await api.call("GET", "/api/actions?search=nothing-like-this", { key })).json).toEqual({ actions: [] });
});

it("shows an action with its shapes, examples and what it needs", async () => {
  const { json } = await api.call("GET", "/api/actions/slack.sendMessage", { key });
  expect(json).toMatchObject({ kind: "slack.sendMessage", service: "Slack", credential: "slack", polls: false });
  expect(json.code).toEqual({ module: "@/plugins/slack/steps/send-message", name: "sendMessage" });
  expect(json.input.properties.channel).toMatchObject({ title: "Channel" });
  expect(json.examples.at(-1).input).toHaveProperty("channel");
});

it("suggests the nearest kind for one that is not there", async () => {
  const { status, json } = await api.call("GET", "/api/actions/slack.sendMesage", { key });
  expect([status, json.error.hint]).toEqual([404, 'Did you mean "slack.sendMessage"?']);
});

it("asks the service for the choices of a field, with the connection", async () => {
  const { json } = await api.call("POST", "/api/actions/slack.sendMessage/options", { key, json: { field: "channel" } });
  expect(json).toEqual({
    options: [
      { value: "C1", label: "general" },
      { value: "C2", label: "vip" },
    ],
  });
});

it("says in the service's words why there are no choices, and never shows the credential", async () => {
  process.env["SLACK_BOT_TOKEN"] = "xoxb-wrong";
  const { status, json, text } = await api.call("POST", "/api/actions/slack.sendMessage/options", { key, json: { field: "channel" } });
  process.env["SLACK_BOT_TOKEN"] = "xoxb-marked";
  expect([status, json.error.code, json.error.details]).toEqual([502, "service_failed", { status: 401 }]);
  expect(json.error.message).toContain("invalid_auth");
  expect(text).not.toContain("xoxb-");
});

it("has no choices for other fields, and none for those who may not ask", async () => {
  expect((await api.call("POST", "/api/actions/slack.sendMessage/options", { key, json: { field: "text" } })).status).toBe(404);
  expect((await api.call("POST", "/api/actions/slack.sendMessage/options", { key, json: { field: "constructor" } })).status).toBe(404);
  const other = (await api.newKey()).key;
  expect((await api.call("POST", "/api/actions/slack.sendMessage/options", { key: other, json: { field: "channel" } })).status).toBe(403);
});
