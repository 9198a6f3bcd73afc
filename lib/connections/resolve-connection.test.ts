import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CredentialType } from "../../plugins/kit/define-credential.ts";
import { defineCredential } from "../../plugins/kit/define-credential.ts";
import { connections, runs, versions, workflows } from "../db/schema/index.ts";
import { createTestDatabase } from "../db/test-database.ts";
import { addConnection } from "./add-connection.ts";
import { changeConnection } from "./change-connection.ts";
import type { TestHost } from "./host-for-test.ts";
import { createTestHost } from "./host-for-test.ts";
import { removeConnection } from "./remove-connection.ts";
import { environmentConnections, storedConnections } from "./resolve-connection.ts";

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

describe("stored connections", () => {
  const github = defineCredential("github", { token: { label: "Token", env: "GITHUB_TOKEN" } });
  const environment = { SLACK_BOT_TOKEN: "own", WEFT_CONNECTION_TEAM_SLACK_BOT_TOKEN: "team" };
  let test: TestHost;
  let count = 0;
  beforeAll(async () => {
    test = await createTestHost(await createTestDatabase(), [slack, github], []);
  });
  afterAll(() => test.close());
  const ask = (alias?: string, type: CredentialType = slack, workspaceId = test.access.workspaceId) =>
    storedConnections(test.host, environment).resolve(type, alias, workspaceId);
  const add = (alias: string, token: string, extra: object = {}) =>
    addConnection(test.host, test.access, { alias, service: "slack", fields: { botToken: token }, ...extra });

  it("come before those of the environment, which serve what is not stored", async () => {
    expect([await ask(), await ask("team-slack")]).toEqual([{ botToken: "own" }, { botToken: "team" }]);
    await add("team-slack", "stored");
    // The first one of a service is its default.
    expect([await ask(), await ask("team-slack")]).toEqual([{ botToken: "stored" }, { botToken: "stored" }]);
    await add("second", "another");
    expect([await ask(), await ask("second")]).toEqual([{ botToken: "stored" }, { botToken: "another" }]);
    await removeConnection(test.host, test.access, "team-slack", { force: false });
    expect([await ask(), await ask("team-slack")]).toEqual([{ botToken: "own" }, { botToken: "team" }]);
  });

  it("count as soon as another process has changed them", async () => {
    const alias = `shared-${++count}`;
    await add(alias, "before", { default: false });
    expect(await ask(alias)).toEqual({ botToken: "before" });
    await changeConnection(test.another(), test.access, alias, { fields: { botToken: "after" } });
    expect(await ask(alias)).toEqual({ botToken: "after" });
  });

  it("belong to one workspace and one service", async () => {
    await add("own", "secret", { default: false });
    await expect(ask("own", slack, "wsp_other")).rejects.toThrow(
      'There is no connection "own". Add it: weft connections add own --service slack',
    );
    await expect(ask("own", github)).rejects.toThrow('The connection "own" is for slack, not for github.');
  });

  it("do not open when their row was copied from another, or given to another service", async () => {
    await add("victim", "victim-token", { default: false });
    await add("thief", "thief-token", { default: false });
    const rows = await test.host.database.select().from(connections);
    const victim = rows.find(({ alias }) => alias === "victim");
    await test.host.database
      .update(connections)
      .set({ ciphertext: victim?.ciphertext ?? Buffer.alloc(0) })
      .where(eq(connections.alias, "thief"));
    await expect(ask("thief")).rejects.toMatchObject({ name: "FatalError", message: expect.stringContaining("was altered or moved") });
    await test.host.database.update(connections).set({ service: "github" }).where(eq(connections.alias, "victim"));
    await expect(ask("victim", github)).rejects.toThrow("was altered or moved");
  });

  it("say no statement's values when the database is gone", async () => {
    const gone = test.another();
    await gone.database.$client.end();
    const error = await storedConnections(gone, {})
      .resolve(slack, "own", "wsp_1")
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "RetryableError", message: expect.stringContaining("could not be read") });
    expect(String(error)).not.toContain("wsp_1");
  });

  it("name the drafts and unfinished runs that use them, not only what is live", async () => {
    await add("busy", "t", { default: false });
    const { database } = test.host;
    const { workspaceId } = test.access;
    const node = (id: string, connection: string) => ({ id, kind: "slack.sendMessage", connection, config: {} });
    await database
      .insert(workflows)
      .values({ id: "wfl_1", workspaceId, name: "drafted", draft: { nodes: [node("inDraft", "busy"), node("other", "else")] } });
    const version = {
      workspaceId,
      workflowId: "wfl_1",
      source: "",
      runtime: "",
      bundle: "",
      exportName: "drafted",
      steps: [],
      nodes: {},
      sdkVersion: "",
      catalogHash: "",
    };
    await database.insert(versions).values([
      { ...version, id: "ver_1", number: 1, sha256: "1", graph: { nodes: [node("inRun", "busy")] } },
      { ...version, id: "ver_2", number: 2, sha256: "2", graph: { nodes: [node("long ago", "busy")] } },
      { ...version, id: "ver_3", number: 3, sha256: "3", graph: { nodes: [node("live", "busy")] } },
    ]);
    await database.update(workflows).set({ liveVersionId: "ver_3" });
    const run = { workspaceId, workflowId: "wfl_1", sdkName: "", trigger: "manual" };
    await database.insert(runs).values([
      { ...run, id: "run_1", versionId: "ver_1", status: "waiting" },
      { ...run, id: "run_2", versionId: "ver_2", status: "completed" },
    ]);
    await expect(removeConnection(test.host, test.access, "busy", { force: false })).rejects.toMatchObject({
      code: "conflict",
      details: {
        uses: [
          { workflow: "drafted", node: "live", where: "live" },
          { workflow: "drafted", node: "inRun", where: "runs" },
          { workflow: "drafted", node: "inDraft", where: "draft" },
        ],
      },
    });
  });
});

describe("a service that the workspace describes", () => {
  const google = defineCredential("google", { token: { label: "Token", env: "GOOGLE_ACCESS_TOKEN" } });
  const bearer = (name: string, env: string): CredentialType => defineCredential(name, { token: { label: "Token", env } });
  const described = [bearer("acme", "ACME_TOKEN"), bearer("slackBot", "SLACK_BOT_TOKEN"), bearer("weftSecret", "WEFT_SECRET_TOKEN")];
  const environment = { ACME_TOKEN: "acme", SLACK_BOT_TOKEN: "not yours", WEFT_SECRET_TOKEN: "nor this" };
  let test: TestHost;
  let host: TestHost["host"];
  beforeAll(async () => {
    test = await createTestHost(await createTestDatabase(), [slack, google], []);
    const known = test.host.credentialTypes;
    const own = described.map((credential) => ({ service: credential.service, label: credential.service, credential, described: true }));
    const find = async (name: string, workspaceId: string) =>
      (await known.find(name, workspaceId)) ?? own.find(({ service }) => service === name);
    host = { ...test.host, credentialTypes: { find, list: async (workspaceId) => [...(await known.list(workspaceId)), ...own] } };
  });
  afterAll(() => test.close());
  const ask = (type: CredentialType | undefined) =>
    storedConnections(host, environment).resolve(type ?? slack, undefined, test.access.workspaceId);

  it("reads its own variables, and none that its name happens to share with another service or with Weft", async () => {
    expect(await Promise.all(described.map(ask))).toEqual([{ token: "acme" }, {}, {}]);
    expect(await ask(slack)).toEqual({ botToken: "not yours" });
  });

  it("gets no connection of a built-in service whose name it took", async () => {
    await addConnection(host, test.access, { alias: "g", service: "google", fields: { token: "googles" } });
    expect(await ask(google)).toEqual({ token: "googles" });
    await expect(ask(bearer("google", "GOOGLE_TOKEN"))).rejects.toThrow(`The connection "g" is for Weft's own google.`);
  });
});
