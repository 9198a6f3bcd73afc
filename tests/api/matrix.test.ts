import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Operation, OperationAccess } from "../../lib/api/operation.ts";
import { operations } from "../../lib/api/operations.ts";
import { saveMember } from "../../lib/workspaces/store.ts";
import { Browser } from "./browser.ts";
import { MARK, SAMPLES, type World } from "./matrix-samples.ts";
import type { Api } from "./start-api.ts";
import { startApi } from "./start-api.ts";

/**
 * Every operation, asked by everybody. What is expected follows from the permission that an operation names, and nothing else: a route that
 * forgot to ask for it, or asks for another, is found here.
 */

const CALLERS = ["stranger", "outsider", "viewer", "editor", "owner"] as const;
type Caller = (typeof CALLERS)[number];

/** `in`: is answered. A number: is refused with it. */
type Expected = "in" | 401 | 403 | 404;
const EXPECTED: Record<OperationAccess, Record<Caller, Expected>> = {
  anyone: { stranger: "in", outsider: "in", viewer: "in", editor: "in", owner: "in" },
  // No person is the platform's scheduler.
  scheduler: { stranger: 401, outsider: 401, viewer: 401, editor: 401, owner: 401 },
  user: { stranger: 401, outsider: "in", viewer: "in", editor: "in", owner: "in" },
  // Starting a run by its trigger takes a key or the role to run; a workspace that one is not in does not exist.
  workflow: { stranger: 401, outsider: 404, viewer: 403, editor: "in", owner: "in" },
  read: { stranger: 401, outsider: 404, viewer: "in", editor: "in", owner: "in" },
  run: { stranger: 401, outsider: 404, viewer: 403, editor: "in", owner: "in" },
  edit: { stranger: 401, outsider: 404, viewer: 403, editor: "in", owner: "in" },
  manage: { stranger: 401, outsider: 404, viewer: 403, editor: 403, owner: "in" },
};
/** Anybody leaves a workspace; only owners remove others, which the command itself sees to. */
const REFUSED_BY_COMMAND: Partial<Record<keyof typeof operations, Partial<Record<Caller, 403>>>> = {
  removeMember: { viewer: 403, editor: 403 },
};

let api: Api;
let world: World;
let callers: Record<Caller, Browser>;
/** Of the person whose role is changed and who is removed. */
let member: string;

beforeAll(async () => {
  vi.stubEnv("WEFT_AUTH_SECRET", "a secret of the tests, of 32 characters or more");
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  api = await startApi();
  const somebody = (name: string) => new Browser(api.url).signUp(`${name}@example.com`, name);
  // The first account gets the default workspace; what is asked about is another one.
  await somebody("first");
  const owner = await somebody("owner");
  const [viewer, editor, outsider] = [await somebody("viewer"), await somebody("editor"), await somebody("outsider")];
  member = (await (await somebody(MARK)).me()).user.id;
  for (const [person, role] of [
    [viewer, "viewer"],
    [editor, "editor"],
  ] as const) {
    await saveMember(api.server.system, owner.workspace ?? "", (await person.me()).user.id, role);
  }
  let count = 0;
  world = { owner, memberId: member, fresh: () => ++count };
  callers = { stranger: new Browser(api.url), outsider, viewer, editor, owner };
  await owner.call("PATCH", "/api/workspaces/current", { json: { name: MARK } });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await api.close();
});

interface Reply {
  readonly status: number;
  readonly text: string;
}

/** Asks in the name of `workspace`; of a stream, only whether there is one. */
async function ask(
  browser: Browser,
  operation: Operation,
  sample: { path: string; json?: unknown },
  workspace: string | undefined,
): Promise<Reply> {
  const own = browser.workspace;
  browser.workspace = workspace;
  try {
    const { status, text } = await browser.call(operation.method, sample.path, {
      ...(sample.json === undefined ? {} : { json: sample.json }),
      streams: operation.replies[200]?.contentType === "text/event-stream",
    });
    return { status, text };
  } finally {
    browser.workspace = own;
  }
}

it("has a request for every operation", () => {
  expect(Object.keys(SAMPLES).sort()).toEqual(Object.keys(operations).sort());
});

describe.each(Object.entries(operations) as [keyof typeof operations, Operation][])("%s", (name, operation) => {
  beforeEach(() => saveMember(api.server.system, world.owner.workspace ?? "", member, "viewer"));

  it.each(CALLERS)(`(${operation.access}) for the %s`, async (caller) => {
    const sample = await SAMPLES[name](world);
    // A stranger has no session, and says which workspace all the same.
    const { status, text } = await ask(callers[caller], operation, sample, world.owner.workspace);
    const expected = REFUSED_BY_COMMAND[name]?.[caller] ?? EXPECTED[operation.access][caller];
    const answered = { status, leaks: expected !== "in" && text.includes(MARK), text: text.slice(0, 300) };
    expect(answered).toEqual({ status: expected === "in" ? (sample.status ?? 200) : expected, leaks: false, text: expect.any(String) });
  });

  it.runIf(!["anyone", "user", "scheduler"].includes(operation.access))(
    "shows and changes nothing of this workspace for a member of another",
    async () => {
      const before = await SAMPLES[name](world);
      const { outsider } = callers;
      const reply = await ask(outsider, operation, before, outsider.workspace);
      // What is named by an id or a name of this workspace does not exist in the other; what names nothing is about the other one.
      const namesSomething = (operation.params !== undefined && name !== "setVariable") || name === "exportDocuments";
      const foreign = {
        isExpected: (namesSomething ? [400, 404] : [before.status ?? 200]).includes(reply.status),
        leaks: reply.text.includes(MARK),
      };
      expect({ ...foreign, ...reply }).toEqual({ isExpected: true, leaks: false, ...reply });
      // And it is still there for those it belongs to.
      const after = await ask(callers.owner, operation, before, world.owner.workspace);
      expect({ status: after.status, text: after.text.slice(0, 300) }).toEqual({ status: before.status ?? 200, text: expect.any(String) });
    },
  );
});
