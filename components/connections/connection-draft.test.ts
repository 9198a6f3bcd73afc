import { describe, expect, it } from "vitest";
import type { ConnectionDetails, ConnectionTypeView } from "../../lib/api/schemas.ts";
import { beginDraft, changesOf, isComplete, newConnectionOf } from "./connection-draft.ts";

const type: ConnectionTypeView = {
  service: "slack",
  label: "Slack",
  fields: [
    { name: "token", label: "Token", help: null, secret: true, optional: false, variable: "SLACK_BOT_TOKEN" },
    { name: "team", label: "Team", help: null, secret: false, optional: true, variable: "SLACK_TEAM" },
  ],
  oauth: { scopes: ["chat:write"], redirectUri: "http://127.0.0.1:3000/api/oauth/callback", serverClient: false },
};
const existing: ConnectionDetails = {
  alias: "slack",
  service: "slack",
  label: "Ours",
  kind: "fields",
  status: "ready",
  default: true,
  scopes: [],
  expiresAt: null,
  lastError: null,
  account: null,
  createdAt: "2026-01-01T00:00:00Z",
  updatedAt: "2026-01-01T00:00:00Z",
  lastUsedAt: null,
  testedAt: null,
  fields: [
    { name: "token", label: "Token", secret: true, set: true, value: null, hint: "…9f2c" },
    { name: "team", label: "Team", secret: false, set: true, value: "T1", hint: null },
  ],
  oauth: null,
};

describe("a connection being filled in", () => {
  it("begins with a free name and the way that needs no application of one's own", () => {
    expect(beginDraft(type, undefined, new Set(["slack", "slack-2"]))).toMatchObject({ alias: "slack-3", method: "fields" });
    const served = { ...type, oauth: type.oauth && { ...type.oauth, serverClient: true } };
    expect(beginDraft(served, undefined, new Set())).toMatchObject({ alias: "slack", method: "oauth", ownApplication: false });
  });

  it("is complete with what is needed", () => {
    const draft = beginDraft(type, undefined, new Set());
    expect(isComplete(draft, type, undefined)).toBe(false);
    expect(isComplete({ ...draft, fields: { token: "x" } }, type, undefined)).toBe(true);
    expect(isComplete({ ...draft, fields: { token: "x" }, alias: "1st" }, type, undefined)).toBe(false);
    expect(isComplete({ ...draft, method: "oauth" }, type, undefined)).toBe(false);
    expect(isComplete(beginDraft(type, existing, new Set()), type, existing)).toBe(true);
  });

  it("sends what was filled in", () => {
    const draft = { ...beginDraft(type, undefined, new Set()), fields: { token: "x", team: "" }, label: "Ours" };
    expect(newConnectionOf(draft, "slack")).toEqual({ alias: "slack", service: "slack", label: "Ours", fields: { token: "x" } });
    expect(newConnectionOf({ ...draft, method: "oauth", clientId: "id", clientSecret: "s", label: "" }, "slack")).toEqual({
      alias: "slack",
      service: "slack",
      oauth: { clientId: "id", clientSecret: "s" },
    });
  });

  it("sends of a change only what differs", () => {
    const draft = beginDraft(type, existing, new Set());
    expect(changesOf(draft, existing)).toEqual({});
    expect(changesOf({ ...draft, fields: { team: "" }, label: "Theirs" }, existing)).toEqual({ label: "Theirs", fields: { team: null } });
    expect(changesOf({ ...draft, fields: { token: "new", team: "T1" } }, existing)).toEqual({ fields: { token: "new" } });
  });
});
