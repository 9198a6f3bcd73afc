import { expect, it } from "vitest";
import { defineCredential } from "../../plugins/kit/define-credential.ts";
import { maskSecret, presentDetails } from "./present.ts";
import type { ConnectionRow } from "./store.ts";

it.each([
  ["", null],
  ["short", null],
  ["123456789012", null],
  ["1234567890123", "…0123"],
  ["xoxb-000000000000-abcd", "…abcd"],
])("shows of %j no more than its end", (secret, expected) => {
  expect(maskSecret(secret)).toBe(expected);
});

const row: ConnectionRow = {
  id: "con_1",
  workspaceId: "wsp_1",
  alias: "mail",
  service: "outlook",
  label: "",
  kind: "oauth2",
  ciphertext: Buffer.alloc(0),
  keyId: "k",
  scopes: ["https://graph.microsoft.com/Mail.Read", "User.Read"],
  expiresAt: null,
  status: "ready",
  lastError: null,
  account: null,
  isDefault: false,
  createdAt: new Date(0),
  updatedAt: new Date(0),
  lastUsedAt: null,
  testedAt: null,
};
const type = defineCredential(
  "outlook",
  { token: { label: "Token", env: "T" }, site: { label: "Site", env: "S", secret: false } },
  {
    oauth: {
      authorizeUrl: "https://a.example/",
      tokenUrl: "https://t.example/",
      scopes: ["offline_access", "Mail.Read", "user.read", "Mail.Send"],
    },
  },
);

it("names the scopes that were asked for and not granted, however the server spells those that were", () => {
  const tokens = { accessToken: "secret-access-token", refreshToken: "secret-refresh-token", obtainedAt: 0 };
  const details = presentDetails(
    row,
    { fields: {}, oauth: { grant: "authorization_code", clientId: "c", clientSecret: "secret-client-secret", tokens } },
    type,
  );
  expect(details.oauth).toMatchObject({ missingScopes: ["Mail.Send"], clientId: "c", clientSecretSet: true, renewable: true });
  expect(JSON.stringify(details)).not.toContain("secret-");
});

it("treats a field that no definition speaks of as a secret", () => {
  const { fields } = presentDetails(row, { fields: { site: "x.example", gone: "left-over-of-an-old-version" } }, type);
  expect(fields.map(({ name, secret, value, hint }) => [name, secret, value, hint])).toEqual([
    ["token", true, null, null],
    ["site", false, "x.example", null],
    ["gone", true, null, "…sion"],
  ]);
});
