// Over 400 lines: one server, started once, for everything that signing in touches.
import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { accounts, invitations, openLinks, sessions, users } from "../../lib/db/schema/index.ts";
import { makeOpenLink } from "../../lib/auth/open-link.ts";
import { Browser, PASSWORD } from "./browser.ts";
import type { Api } from "./start-api.ts";
import { startApi } from "./start-api.ts";

let api: Api;
const printed: string[] = [];

beforeAll(async () => {
  vi.stubEnv("WEFT_AUTH_SECRET", "a secret of the tests, of 32 characters or more");
  vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
  api = await startApi();
});
afterAll(() => api.close());
afterEach(() => vi.unstubAllEnvs());

const browser = (address?: string) => new Browser(api.url, address);
let names = 0;
const somebody = () => `person${++names}@example.com`;
/** The newest link that was printed for this address instead of mailed. */
const linkFor = (email: string): string =>
  /https?:\/\/\S+/.exec(printed.findLast((line) => line.includes(`To: ${email}`)) ?? "")?.[0].replace(api.url, "") ?? "";

describe("the first visit", () => {
  it("makes the person at this machine the owner of the default workspace, and every later stranger the owner of one of their own", async () => {
    const first = await browser().enter();
    expect(await first.me()).toMatchObject({
      user: { isAnonymous: true, twoFactorEnabled: false },
      workspaces: [{ id: "wsp_default", name: "Default", role: "owner" }],
      features: { github: false, google: false, mail: false, anonymous: true },
    });
    const second = await browser().enter();
    expect((await second.me()).workspaces).toEqual([
      { id: expect.stringMatching(/^wsp_[a-z0-9]{25}$/), name: "My workspace", role: "owner" },
    ]);
  });

  it("leads on to the editor, and leaves whoever is signed in as they are", async () => {
    const guest = browser();
    const entered = await guest.call("GET", "/api/enter");
    expect([entered.status, entered.headers.get("location")]).toEqual([303, "/"]);
    const session = guest.session;
    await guest.call("GET", "/api/enter");
    expect(guest.session).toBe(session);
  });

  it("leads strangers to the sign-in page on a server that others reach, unless it lets them in", async () => {
    vi.stubEnv("HOST", "0.0.0.0");
    const stranger = browser();
    const entered = await stranger.call("GET", "/api/enter");
    expect([entered.status, entered.headers.get("location"), stranger.session]).toEqual([303, "/sign-in", undefined]);
    vi.stubEnv("WEFT_ANONYMOUS", "true");
    expect((await (await browser().enter()).me()).user.isAnonymous).toBe(true);
  });

  it("takes nobody for the person at this machine whom a proxy brought, or who asked for another name", async () => {
    const far = await browser().call("GET", "/api/enter", { headers: { "x-forwarded-for": "203.0.113.9" } });
    expect(far.headers.get("location")).toBe("/sign-in");
    const enterAuth = await browser().call("POST", "/api/auth/sign-in/anonymous", { json: {} });
    expect(enterAuth.status).toBe(404);
  });

  it("lets in an owner by a link of weft open, once, and keeps a hash of it alone", async () => {
    const path = await makeOpenLink(api.server);
    const rows = await api.server.system.select().from(openLinks);
    expect(JSON.stringify(rows)).not.toContain(path.slice(-43));
    vi.stubEnv("HOST", "0.0.0.0");
    const opener = browser();
    expect((await opener.call("GET", path)).headers.get("location")).toBe("/");
    expect((await opener.me()).workspaces).toMatchObject([{ id: "wsp_default", role: "owner" }]);
    expect((await browser().call("GET", path)).status).toBe(404);
  });
});

describe("an account", () => {
  it("keeps what its person had made without one", async () => {
    const guest = await browser().enter();
    const [{ id: workspace }] = (await guest.me()).workspaces;
    const graph = { weft: 1, name: "kept", nodes: [{ id: "input", kind: "trigger", config: { on: "manual" } }], edges: [] };
    expect((await guest.call("POST", "/api/workflows", { json: graph })).status).toBe(200);
    const [before, anonymous] = [guest.session, (await guest.me()).user.id];
    await guest.signUp(somebody(), "Ada");
    expect(await guest.me()).toMatchObject({ user: { name: "Ada", isAnonymous: false }, workspaces: [{ id: workspace, role: "owner" }] });
    expect((await guest.call("GET", "/api/workflows")).json.workflows).toMatchObject([{ name: "kept" }]);
    expect(guest.session).not.toBe(before);
    expect(await api.server.system.select().from(users).where(eq(users.id, anonymous))).toEqual([]);
  });

  it("is joined by what somebody made before they signed in to it", async () => {
    const email = somebody();
    const owner = await browser().signUp(email);
    const [{ id: own }] = (await owner.me()).workspaces;
    const guest = await browser().enter();
    const [{ id: made }] = (await guest.me()).workspaces;
    expect((await guest.signIn(email)).status).toBe(200);
    expect((await guest.me()).workspaces.map(({ id }: { id: string }) => id).sort()).toEqual([own, made].sort());
  });

  it("has a workspace of its own, named after its person", async () => {
    const person = await browser().signUp(somebody(), "Grace");
    expect((await person.me()).workspaces).toMatchObject([{ name: "Grace's workspace", role: "owner" }]);
  });

  it.each([
    ["short", "Use at least 10 characters."],
    ["password2026", "This password is a common word with digits or signs around it. Choose another."],
    ["grace.hopper1", "This password is your name or address with little around it. Choose another."],
  ])("is not made with the password %s", async (password, message) => {
    const json = { email: `grace.hopper@example.com`, name: "Grace", password };
    const answer = await browser().call("POST", "/api/auth/sign-up/email", { json });
    expect([answer.status, answer.json.message]).toEqual([400, message]);
  });

  it("keeps its password as Argon2id", async () => {
    await browser().signUp(somebody());
    const rows = await api.server.system.select({ password: accounts.password }).from(accounts);
    expect(rows.every(({ password }) => password?.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"))).toBe(true);
  });

  it("is confirmed, and its password reset, by links that are printed where no mailer is set", async () => {
    const email = somebody();
    const person = await browser().signUp(email);
    expect((await person.me()).user.emailVerified).toBe(false);
    await person.call("GET", linkFor(email));
    expect((await person.me()).user.emailVerified).toBe(true);

    await browser().call("POST", "/api/auth/request-password-reset", { json: { email, redirectTo: "/reset-password" } });
    const landed = await browser().call("GET", linkFor(email));
    const token = new URL(landed.headers.get("location") ?? "", api.url).searchParams.get("token");
    const reset = (newPassword: string) => browser().call("POST", "/api/auth/reset-password", { json: { token, newPassword } });
    expect((await reset("welcome12345")).json.code).toBe("PASSWORD_TOO_WEAK");
    expect((await reset("violin-9-tractor-mango")).status).toBe(200);
    expect((await person.me()).error.code).toBe("unauthorized");
    expect((await browser().signIn(email)).status).toBe(401);
    expect((await browser().signIn(email, "violin-9-tractor-mango")).status).toBe(200);
    expect((await reset("another-9-tractor-mango")).status).toBe(400);
  });
});

describe("wrong passwords", () => {
  it("shut the account for the address they come from, in every process, and for no other", async () => {
    const email = somebody();
    await browser().signUp(email);
    const attacker = browser("203.0.113.7");
    for (let attempt = 1; attempt <= 5; attempt++) expect((await attacker.signIn(email, "wrong-password-1")).status).toBe(401);
    const locked = await attacker.signIn(email);
    expect([locked.status, locked.json.code, locked.json.message]).toEqual([
      429,
      "RATE_LIMITED",
      "Too many wrong passwords. Try again in 15 minutes.",
    ]);
    expect(Number(locked.headers.get("retry-after"))).toBeGreaterThan(800);
    expect((await browser("203.0.113.8").signIn(email)).status).toBe(200);
  });

  it("are counted although they come at the same moment", async () => {
    const email = somebody();
    await browser().signUp(email);
    const answers = await Promise.all(Array.from({ length: 12 }, () => browser("203.0.113.20").signIn(email, "wrong-password-1")));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  });

  it("are forgotten once the right one is given", async () => {
    const email = somebody();
    await browser().signUp(email);
    const person = browser("203.0.113.30");
    for (let attempt = 1; attempt <= 4; attempt++) await person.signIn(email, "wrong-password-1");
    expect((await person.signIn(email)).status).toBe(200);
    for (let attempt = 1; attempt <= 4; attempt++) expect((await person.signIn(email, "wrong-password-1")).status).toBe(401);
  });

  it("say nothing of whether there is such an account", async () => {
    const unknown = await browser("203.0.113.40").signIn("nobody@example.com", "wrong-password-1");
    const email = somebody();
    await browser().signUp(email);
    const known = await browser("203.0.113.41").signIn(email, "wrong-password-1");
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
  });
});

describe("a session", () => {
  it("is another one after the password was changed, and every other one of the person ends", async () => {
    const email = somebody();
    const [here, there] = [await browser().signUp(email), browser()];
    await there.signIn(email);
    const before = here.session;
    const changed = await here.call("POST", "/api/auth/change-password", {
      json: { currentPassword: PASSWORD, newPassword: "violin-9-tractor-mango" },
    });
    expect(changed.status).toBe(200);
    expect(here.session).not.toBe(before);
    expect((await here.me()).user.email).toBe(email);
    expect((await there.me()).error.code).toBe("unauthorized");
  });

  it("is another one after somebody joined a workspace or became an owner", async () => {
    const owner = await browser().signUp(somebody());
    const invited = await owner.call("POST", "/api/invitations", { json: { email: "new@example.com", role: "editor" } });
    const person = await browser().signUp(somebody());
    const before = person.session;
    const old = new Browser(api.url);
    for (const [name, value] of person.cookies) old.cookies.set(name, value);
    const token = (invited.json.url as string).split("/").at(-1);
    expect((await person.call("POST", "/api/invitations/accept", { json: { token } })).json).toMatchObject({ role: "editor" });
    expect(person.session).not.toBe(before);
    expect((await old.me()).error.code).toBe("unauthorized");

    const joined = person.session;
    await person.call("GET", await makeOpenLink(api.server));
    expect(person.session).not.toBe(joined);
  });

  it("is another one after two-factor authentication was switched on, which then asks for a code or a recovery code", async () => {
    const email = somebody();
    const person = await browser().signUp(email);
    const before = person.session;
    const begun = await person.call("POST", "/api/auth/two-factor/enable", { json: { password: PASSWORD } });
    const code = totp(new URL(begun.json.totpURI).searchParams.get("secret") ?? "");
    expect((await person.call("POST", "/api/auth/two-factor/verify-totp", { json: { code } })).status).toBe(200);
    expect(person.session).not.toBe(before);
    expect((await person.me()).user.twoFactorEnabled).toBe(true);

    const other = browser();
    expect((await other.signIn(email)).json).toMatchObject({ twoFactorRedirect: true });
    expect((await other.call("GET", "/api/me")).status).toBe(401);
    const recovery = begun.json.backupCodes[0];
    expect((await other.call("POST", "/api/auth/two-factor/verify-backup-code", { json: { code: recovery } })).status).toBe(200);
    expect((await other.me()).user.email).toBe(email);
    const again = browser();
    await again.signIn(email);
    expect((await again.call("POST", "/api/auth/two-factor/verify-backup-code", { json: { code: recovery } })).status).toBe(401);
  });

  it("is listed and can be ended from another browser", async () => {
    const email = somebody();
    const [here, there] = [await browser().signUp(email), browser()];
    await there.signIn(email);
    const list = (await here.call("GET", "/api/auth/list-sessions")).json as { token: string; ipAddress: string }[];
    expect(list.map(({ ipAddress }) => ipAddress).sort()).toEqual([here.address, there.address].sort());
    const other = list.find(({ ipAddress }) => ipAddress === there.address);
    expect((await here.call("POST", "/api/auth/revoke-session", { json: { token: other?.token } })).status).toBe(200);
    expect((await there.me()).error.code).toBe("unauthorized");
    await here.call("POST", "/api/auth/sign-out", { json: {} });
    expect((await here.call("GET", "/api/me")).status).toBe(401);
  });

  it("is kept in a cookie that no script reads and no other site sends", async () => {
    const entered = await browser().call("GET", "/api/enter");
    const [cookie] = entered.headers.getSetCookie();
    expect(cookie).toMatch(/^weft-[0-9a-f]{8}\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it("ends when its time is over", async () => {
    const person = await browser().signUp(somebody());
    const { user } = await person.me();
    await api.server.system
      .update(sessions)
      .set({ expiresAt: new Date(0) })
      .where(eq(sessions.userId, user.id));
    expect((await person.call("GET", "/api/me")).status).toBe(401);
  });
});

describe("a call with cookies", () => {
  it("is refused when it changes something and does not come from a page of ours", async () => {
    const person = await browser().signUp(somebody());
    const create = (origin: string | null, headers: Record<string, string> = {}) =>
      person.call("POST", "/api/workspaces", { json: { name: "Made" }, origin, headers });
    const elsewhere = `http://127.0.0.1:${Number(new URL(api.url).port) + 1}`;
    expect((await create("https://evil.example")).json.error).toMatchObject({
      code: "forbidden",
      message: "This call did not come from a page of Weft.",
    });
    expect((await create(elsewhere)).status).toBe(403);
    expect((await create("null")).status).toBe(403);
    expect((await create(null)).status).toBe(403);
    expect((await create(null, { "sec-fetch-site": "same-site" })).status).toBe(403);
    expect((await create(new URL(api.url).origin, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await create(null, { "sec-fetch-site": "same-origin" })).status).toBe(200);
    expect((await create(new URL(api.url).origin)).status).toBe(200);
    const out = await person.call("POST", "/api/auth/sign-out", { json: {}, origin: "https://evil.example" });
    expect([out.status, (await person.call("GET", "/api/me")).status]).toEqual([403, 200]);
  });

  it("must name the workspace it is about, which no other site can", async () => {
    const person = await browser().signUp(somebody());
    person.workspace = undefined;
    expect((await person.call("GET", "/api/workflows")).json.error.code).toBe("bad_request");
    expect((await person.call("GET", "/api/workflows", { headers: { "x-weft-workspace": "wsp_default" } })).json.error.code).toBe(
      "not_found",
    );
    expect((await person.call("GET", "/api/workflows", { headers: { "x-weft-workspace": "' or 1=1" } })).json.error.code).toBe("not_found");
  });

  it("gets no answer that another site's page could read", async () => {
    const person = await browser().signUp(somebody());
    const answer = await person.call("GET", "/api/me", { headers: { origin: "https://evil.example" } });
    expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
  });

  it("counts under a name of this server alone", async () => {
    const person = await browser().signUp(somebody());
    // `fetch` sets the host itself.
    const { request } = await import("node:http");
    const status = await new Promise<number | undefined>((resolve) => {
      const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      request(`${api.url}/api/me`, { headers: { host: "rebound.example", cookie } }, (response) =>
        resolve(response.resume().statusCode),
      ).end();
    });
    expect(status).toBe(403);
  });
});

describe("an invitation", () => {
  it("works once, is stored as a hash, and gives its role", async () => {
    const owner = await browser().signUp(somebody(), "Owner");
    const made = await owner.call("POST", "/api/invitations", { json: { email: "Guest@Example.com", role: "viewer" } });
    expect(made.json).toMatchObject({ email: "guest@example.com", role: "viewer", invitedBy: "Owner", mailed: false });
    const token = (made.json.url as string).split("/").at(-1) ?? "";
    expect(JSON.stringify(await api.server.system.select().from(invitations))).not.toContain(token);

    const guest = await browser().enter();
    const accept = (who: Browser) => who.call("POST", "/api/invitations/accept", { json: { token } });
    expect((await accept(guest)).json.error.message).toBe("Joining a workspace takes an account.");
    const person = await browser().signUp(somebody());
    expect((await accept(person)).json).toMatchObject({ id: owner.workspace, role: "viewer" });
    expect((await accept(await browser().signUp(somebody()))).status).toBe(404);
    expect((await owner.call("GET", "/api/invitations")).json.invitations).toEqual([]);
  });

  it("can be taken back, and is replaced by a newer one of the same address", async () => {
    const owner = await browser().signUp(somebody());
    const invite = async () => (await owner.call("POST", "/api/invitations", { json: { email: "a@example.com", role: "editor" } })).json;
    const [first, second] = [await invite(), await invite()];
    const person = await browser().signUp(somebody());
    const accept = async (made: { url: string }) =>
      (await person.call("POST", "/api/invitations/accept", { json: { token: made.url.split("/").at(-1) } })).status;
    expect(await accept(first)).toBe(404);
    expect((await owner.call("DELETE", `/api/invitations/${second.id}`)).status).toBe(200);
    expect(await accept(second)).toBe(404);
  });
});

describe("members", () => {
  it("never lose their last owner, and leave when they like", async () => {
    const owner = await browser().signUp(somebody(), "Owner");
    const { user } = await owner.me();
    expect((await owner.call("DELETE", `/api/members/${user.id}`)).json.error.message).toBe(
      "A workspace needs an owner, and this is its only one.",
    );
    expect((await owner.call("PATCH", `/api/members/${user.id}`, { json: { role: "viewer" } })).status).toBe(409);
    const made = await owner.call("POST", "/api/invitations", { json: { email: "b@example.com", role: "viewer" } });
    const viewer = await browser().signUp(somebody(), "Viewer");
    await viewer.call("POST", "/api/invitations/accept", { json: { token: made.json.url.split("/").at(-1) } });
    viewer.workspace = owner.workspace;
    const viewerId = (await viewer.me()).user.id;
    expect((await viewer.call("DELETE", `/api/members/${user.id}`)).status).toBe(403);
    expect((await owner.call("PATCH", `/api/members/${viewerId}`, { json: { role: "owner" } })).json).toMatchObject({ role: "owner" });
    expect(
      (await viewer.call("GET", "/api/members")).json.members.map((member: { user: { name: string }; role: string }) => [
        member.user.name,
        member.role,
      ]),
    ).toEqual([
      ["Owner", "owner"],
      ["Viewer", "owner"],
    ]);
    expect((await owner.call("DELETE", `/api/members/${user.id}`)).status).toBe(200);
    expect((await owner.call("GET", "/api/members")).status).toBe(404);
  });

  it("are written down with keys, connections and versions, without a secret", async () => {
    const owner = await browser().signUp(somebody(), "Owner");
    const key = (await owner.call("POST", "/api/keys", { json: { name: "ci", read: true } })).json;
    await owner.call("POST", `/api/keys/${key.id}/revoke`);
    await owner.call("POST", "/api/connections", { json: { alias: "mine", service: "http", fields: { token: "hush-hush" } } });
    await owner.call("PATCH", "/api/connections/mine", { json: { fields: { token: "hush-again" } } });
    await owner.call("DELETE", "/api/connections/mine");
    const graph = { weft: 1, name: "noted", nodes: [{ id: "input", kind: "trigger", config: { on: "manual" } }], edges: [] };
    await owner.call("POST", "/api/workflows", { json: graph });
    await owner.call("POST", "/api/invitations", { json: { email: "c@example.com", role: "viewer" } });
    await owner.call("PATCH", "/api/workspaces/current", { json: { name: "Renamed" } });
    const first = (await owner.call("GET", "/api/audit?limit=5")).json;
    const second = (await owner.call("GET", `/api/audit?limit=5&cursor=${first.cursor}`)).json;
    const entries = [...first.entries, ...second.entries] as { action: string; target: string; by: { name: string } }[];
    expect(entries.map(({ action, target, by }) => `${by.name} ${action} ${target}`)).toEqual([
      "Owner workspace.renamed Renamed",
      "Owner member.invited c@example.com",
      "Owner version.published noted",
      "Owner connection.removed mine",
      "Owner connection.changed mine",
      "Owner connection.added mine",
      "Owner key.revoked ci",
      "Owner key.created ci",
    ]);
    expect(second.cursor).toBeNull();
    expect(JSON.stringify(entries)).not.toContain("hush");
  });
});

it("deletes a workspace by its name, with what is in it, and never the default one", async () => {
  const owner = await browser().signUp(somebody());
  const made = (await owner.call("POST", "/api/workspaces", { json: { name: "Short-lived" } })).json;
  owner.workspace = made.id;
  expect((await owner.call("DELETE", "/api/workspaces/current?name=Other")).status).toBe(409);
  expect((await owner.call("DELETE", "/api/workspaces/current?name=Short-lived")).json).toEqual({ id: made.id, deleted: true });
  expect((await owner.call("GET", "/api/workflows")).status).toBe(404);
  await owner.call("GET", await makeOpenLink(api.server));
  owner.workspace = "wsp_default";
  expect((await owner.call("DELETE", "/api/workspaces/current?name=Default")).status).toBe(409);
});

it("answers a keyless trigger of any workspace under its own address, and hides it under every other", async () => {
  const owner = await browser().signUp(somebody());
  const open = {
    weft: 1,
    name: "open",
    nodes: [
      { id: "input", kind: "trigger", config: { on: "http", auth: "none" } },
      { id: "result", kind: "control.return", config: { value: "came" } },
    ],
    edges: [{ id: "e", source: "input", port: "out", target: "result" }],
  };
  const published = (await owner.call("POST", "/api/workflows", { json: open })).json;
  expect(published.url).toBe(`${api.url}/api/workspaces/${owner.workspace}/triggers/open`);
  const fire = (path: string, headers: Record<string, string> = {}) => fetch(`${api.url}${path}`, { method: "POST", headers });
  expect(await (await fire(`/api/workspaces/${owner.workspace}/triggers/open`)).json()).toBe("came");
  expect((await fire("/api/triggers/open")).status).toBe(401);
  const { key } = (await owner.call("POST", "/api/keys", { json: { name: "ci" } })).json;
  const authorization = `Bearer ${key}`;
  expect((await fire("/api/triggers/open", { authorization })).status).toBe(200);
  expect((await fire("/api/workspaces/wsp_default/triggers/open", { authorization })).status).toBe(404);
});

/** RFC 6238 with SHA-1, six digits and half a minute. */
function totp(secret: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret.replace(/=+$/, "")].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac("sha1", key).update(counter).digest();
  const at = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
