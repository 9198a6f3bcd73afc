import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeService } from "../kit/contract/describe-service.ts";
import { withStepContext } from "../kit/step-context.ts";
import { stepError } from "../kit/step-error.ts";
import { plugin } from "./index.ts";
import { buildJql } from "./jql.ts";
import { searchIssues } from "./steps/search-issues.ts";
import { searchUsers } from "./steps/search-users.ts";
import { transitionIssue } from "./steps/transition-issue.ts";

const ISSUE = "/rest/api/3/issue/ED-24";
const document = (said: string): object => ({
  type: "doc",
  version: 1,
  content: [{ type: "paragraph", content: [{ type: "text", text: said }] }],
});
const transitions = {
  transitions: [
    { id: "2", name: "Close Issue", to: { id: "10000", name: "Closed" } },
    { id: "711", name: "QA Review", to: { id: "5", name: "In Review" } },
  ],
};

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  vendor: "jira",
  environment: { JIRA_SITE: "your-domain.atlassian.net", JIRA_EMAIL: "mia@example.com", JIRA_API_TOKEN: "contract" },
  failure: (_, message) => ({ errorMessages: [message], errors: {} }),
  actions: {
    createIssue: {
      notSent: ["description"],
      calls: [
        {
          method: "POST",
          url: "/rest/api/3/issue",
          body: {
            fields: {
              project: { key: "ED" },
              issuetype: { name: "Bug" },
              summary: "Main order flow broken",
              assignee: { id: "5b10a2844c20165700ede21g" },
              priority: { name: "High" },
              parent: { key: "ED-1" },
              customfield_10000: 8,
            },
          },
        },
      ],
      output: { key: "ED-24", url: "https://your-domain.atlassian.net/browse/ED-24" },
    },
    getIssue: {
      // The example in the vendor's description gives a number for a time.
      answers: [
        {
          body: {
            id: "10002",
            key: "ED-24",
            self: "https://your-domain.atlassian.net/rest/api/3/issue/10002",
            fields: { summary: "Broken", updated: "2026-01-18T23:45:00.000+0000", customfield_1: [1], watcher: {} },
          },
        },
      ],
      output: { key: "ED-24", fields: { summary: "Broken", description: null }, custom: { customfield_1: [1] } },
      calls: [{ method: "GET", url: `${ISSUE}?fields=*all` }],
    },
    updateIssue: {
      notSent: ["description"],
      calls: [
        { method: "PUT", url: `${ISSUE}?notifyUsers=false`, body: { fields: { summary: "Main order flow broken", labels: ["bugfix"] } } },
      ],
      output: { issueIdOrKey: "ED-24", done: true },
      readsNoJson: true,
    },
    deleteIssue: { calls: [{ method: "DELETE", url: `${ISSUE}?deleteSubtasks=true` }] },
    assignIssue: { calls: [{ method: "PUT", url: `${ISSUE}/assignee`, body: { accountId: "5b10a2844c20165700ede21g" } }] },
    transitionIssue: {
      notSent: ["transition"],
      answers: [{ body: transitions }, { status: 204 }],
      calls: [
        { method: "GET", url: `${ISSUE}/transitions` },
        {
          method: "POST",
          url: `${ISSUE}/transitions`,
          body: {
            transition: { id: "711" },
            fields: { resolution: { name: "Done" } },
            update: { comment: [{ add: { body: document("Ready for a look.") } }] },
          },
        },
      ],
      output: { id: "711", to: { name: "In Review" } },
    },
    createComment: { calls: [{ method: "POST", url: `${ISSUE}/comment`, body: { body: document("Fixed in the next release.") } }] },
    searchIssues: {
      vendor: "none",
      calls: [
        {
          method: "POST",
          url: "/rest/api/3/search/jql",
          body: {
            jql: 'project = "ED" AND status = "In Progress" AND assignee = "5b10a2844c20165700ede21g" AND text ~ "order flow" AND (created >= -7d OR priority = High) ORDER BY updated DESC',
            fields: expect.arrayContaining(["summary", "customfield_10000"]),
            maxResults: 3,
          },
        },
      ],
      output: { issues: [{ key: "ED-24", fields: { description: "Main order flow broken" }, custom: { customfield_10000: 8 } }] },
    },
  },
});

describe("Jira's searches, pages and transitions", () => {
  it("quotes what it searches for, so that a value never becomes a condition", () => {
    expect(buildJql({ text: 'a" OR project = "B\\', status: "x\ny" })).toBe(String.raw`status = "x y" AND text ~ "a\" OR project = \"B\\"`);
    expect(buildJql({ jql: "project = ED ORDER BY created" })).toBe("project = ED ORDER BY created");
    expect(buildJql({ jql: "a = 1 OR b = 2", project: "ED" })).toBe('project = "ED" AND (a = 1 OR b = 2)');
    expect(() => buildJql({ jql: " " })).toThrow("A search needs something to search for.");
  });

  it("reads a search on by the token of each page until there is none", async () => {
    const issue = (key: string): object => ({ id: key, key, self: "", fields: {} });
    const { sent, output } = await calling(
      [{ body: { issues: [issue("A-1")], nextPageToken: "t1" } }, { body: { issues: [issue("A-2")], nextPageToken: null } }],
      () => searchIssues({ project: "A" }),
    );
    expect(sent.map(({ body }) => (body as { nextPageToken?: string }).nextPageToken)).toEqual([undefined, "t1"]);
    expect(output.issues.map(({ key }) => key)).toEqual(["A-1", "A-2"]);
  });

  it("reads a counted list until a page is empty, since Jira's pages may be short", async () => {
    const user = { accountId: "1", displayName: "Mia", active: true };
    const { sent, output } = await calling([{ body: [user] }, { body: [user] }, { body: [] }], () => searchUsers({ query: "mia" }));
    expect(sent.map(({ url }) => url.search)).toEqual([
      "?query=mia&startAt=0&maxResults=50",
      "?query=mia&startAt=1&maxResults=50",
      "?query=mia&startAt=2&maxResults=50",
    ]);
    expect(output.users).toHaveLength(2);
  });

  it("finds a transition by id, by name or by the status it leads to, and says which there are", async () => {
    const move = (transition: string): Promise<unknown> =>
      calling([{ body: transitions }, { status: 204 }], () => transitionIssue({ issueIdOrKey: "ED-1", transition })).then(
        ({ output }) => output.id,
        (thrown: unknown) => stepError(thrown).message,
      );
    expect([await move("711"), await move("close issue"), await move("In review")]).toEqual(["711", "2", "711"]);
    expect(await move("Done")).toBe('ED-1 has no transition "Done" from where it is, only: Close Issue, QA Review.');
  });

  it("takes a site with or without https, signs in with e-mail and token, and says which field was wrong", async () => {
    const { sent } = await calling([{ body: [] }], () => searchUsers({ query: "x" }), "https://my.atlassian.net/jira/");
    expect(sent[0]?.url.origin).toBe("https://my.atlassian.net");
    expect(sent[0]?.authorization).toBe(`Basic ${btoa("mia@example.com:secret")}`);
    const wrong = { status: 400, body: { errorMessages: [], errors: { priority: "Priority name 'X' is not valid" } } };
    await expect(calling([wrong], () => searchUsers({ query: "x" }))).rejects.toThrow("priority: Priority name 'X' is not valid");
  });
});

interface Sent {
  readonly url: URL;
  readonly authorization: string | null;
  readonly body: unknown;
}

/** Runs a step whose calls are answered one after the other. */
async function calling<T>(
  answers: readonly { readonly status?: number; readonly body?: unknown }[],
  run: () => Promise<T>,
  site = "your-domain.atlassian.net",
): Promise<{ output: T; sent: Sent[] }> {
  Object.assign(process.env, { JIRA_SITE: site, JIRA_EMAIL: "mia@example.com", JIRA_API_TOKEN: "secret" });
  const sent: Sent[] = [];
  const fetch = async (url: URL, { headers, body }: RequestInit): Promise<Response> => {
    sent.push({
      url,
      authorization: new Headers(headers).get("authorization"),
      body: typeof body === "string" ? JSON.parse(body) : undefined,
    });
    const { status = 200, body: answer } = answers[sent.length - 1] ?? {};
    return answer === undefined ? new Response(null, { status }) : Response.json(answer, { status });
  };
  const output = await withStepContext({ idempotencyKey: "k", attempt: 1, signal: new AbortController().signal, fetch }, run);
  return { output, sent };
}
