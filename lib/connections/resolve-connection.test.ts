import { expect, it } from "vitest";
import { defineCredential } from "../../plugins/kit/define-credential.ts";
import { environmentConnections } from "./resolve-connection.ts";

const slack = defineCredential("slack", { botToken: { label: "Bot token", env: "SLACK_BOT_TOKEN" } });
const resolve = environmentConnections({
  SLACK_BOT_TOKEN: "own",
  WEFT_CONNECTION_TEAM_SLACK_BOT_TOKEN: "team",
  WEFT_CONNECTION_EMPTY_BOT_TOKEN: "",
});

it("takes the service's own variable without an alias", async () => {
  expect(await resolve(slack, undefined, "ws_1")).toEqual({ botToken: "own" });
});

it.each([["team-slack"], ["teamSlack"], ["TEAM SLACK"]])("finds the connection called %s", async (alias) => {
  expect(await resolve(slack, alias, "ws_1")).toEqual({ botToken: "team" });
});

it("never falls back from an alias to the service's own variable", async () => {
  expect(await resolve(slack, "other", "ws_1")).toEqual({});
  expect(await resolve(slack, "empty", "ws_1")).toEqual({});
});
