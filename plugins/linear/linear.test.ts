import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { RetryableError } from "workflow";
import { describeService } from "../kit/contract/describe-service.ts";
import { withStepContext } from "../kit/step-context.ts";
import { stepError } from "../kit/step-error.ts";
import { plugin } from "./index.ts";
import { getIssue } from "./steps/get-issue.ts";
import { listTeams } from "./steps/list-teams.ts";

const TEAM = "9cfb482a-81e3-4154-b5b9-2c805e70a02d";
const ofTeam = { team: { id: { eq: TEAM } } };
const refusal = (message: string, type: string, code: string): object => ({
  data: null,
  errors: [{ message, extensions: { type, code } }],
});

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.graphql"),
  vendor: "linear",
  graphql: "https://api.linear.app/graphql",
  environment: { LINEAR_API_KEY: "lin_api_contract" },
  failure: (_, message) => ({ errors: [{ message, extensions: { type: "invalid input", code: "INPUT_ERROR" } }] }),
  refusals: [
    { body: refusal("Entity not found: Issue", "invalid input", "INPUT_ERROR"), status: 400, message: "Entity not found: Issue" },
    { body: refusal("You need to sign in", "authentication error", "AUTHENTICATION_ERROR"), status: 401, message: "You need to sign in" },
    { body: refusal("Not yours", "forbidden", "FORBIDDEN"), status: 403, message: "Not yours" },
    { body: refusal("Too many", "ratelimited", "RATELIMITED"), status: 429, message: "Too many" },
    { body: refusal("Ours", "internal error", "INTERNAL_SERVER_ERROR"), status: 500, message: "Ours" },
  ],
  actions: {
    createIssue: {
      calls: [{ method: "POST", url: "/graphql", body: { variables: { input: { teamId: TEAM, title: "Found a bug", priority: 2 } } } }],
    },
    getIssue: { calls: [{ method: "POST", body: { variables: { id: "ENG-123" } } }] },
    updateIssue: {
      calls: [{ method: "POST", body: { variables: { id: "ENG-123", input: { title: "Found a bug", dueDate: "2026-12-24" } } } }],
    },
    archiveIssue: { calls: [{ method: "POST", body: { variables: { id: "ENG-123" } } }], output: { success: true } },
    listIssues: {
      calls: [
        {
          method: "POST",
          body: {
            variables: {
              filter: {
                ...ofTeam,
                state: { name: { eqIgnoreCase: "In Progress" } },
                labels: { some: { name: { eqIgnoreCase: "Bug" } } },
                updatedAt: { gte: "2026-01-01T00:00:00Z" },
              },
              orderBy: "updatedAt",
              first: 3,
            },
          },
        },
      ],
    },
    searchIssues: {
      calls: [{ method: "POST", body: { variables: { term: "login crash", teamId: TEAM, includeComments: true, first: 3 } } }],
    },
    createComment: {
      calls: [{ method: "POST", body: { variables: { input: { issueId: "ENG-123", body: "Fixed in the next release." } } } }],
    },
    listComments: { calls: [{ method: "POST", body: { variables: { id: "ENG-123", first: 3 } } }] },
    createProject: { calls: [{ method: "POST", body: { variables: { input: { name: "Autumn launch", teamIds: [TEAM] } } } }] },
    listProjects: { calls: [{ method: "POST", body: { variables: { filter: { accessibleTeams: { some: { id: { eq: TEAM } } } } } } }] },
    listLabels: { calls: [{ method: "POST", body: { variables: { filter: ofTeam } } }] },
    listStates: { calls: [{ method: "POST", body: { variables: { filter: ofTeam } } }] },
  },
});

describe("Linear's pages, keys and limits", () => {
  it("reads page after page by the cursor until there is no next one", async () => {
    const page = (id: string, hasNextPage: boolean): object => ({
      data: { teams: { nodes: [{ id }], pageInfo: { hasNextPage, endCursor: `after-${id}` } } },
    });
    const { sent, output } = await calling([page("1", true), page("2", false)], () => listTeams({ limit: 120 }));
    expect(sent.map(({ variables }) => variables)).toEqual([{ first: 100 }, { first: 100, after: "after-1" }]);
    expect(output).toMatchObject({ teams: [{ id: "1" }, { id: "2" }] });
  });

  it("sends a personal key as it is and a token of OAuth with its scheme", async () => {
    const issue = [{ data: { issue: {} } }];
    const ask = (): Promise<unknown> => getIssue({ id: "ENG-1" });
    expect((await calling(issue, ask)).sent[0]?.authorization).toBe("lin_api_test");
    expect((await calling(issue, ask, { token: "lin_oauth_test" })).sent[0]?.authorization).toBe("Bearer lin_oauth_test");
  });

  it("waits until the limit that is used up begins anew, though Linear answers 400", async () => {
    const before = Date.now();
    const headers = {
      "x-ratelimit-requests-remaining": "0",
      "x-ratelimit-requests-reset": String(before + 120_000),
      "x-ratelimit-complexity-remaining": "90000",
      "x-ratelimit-complexity-reset": String(before + 900_000),
    };
    const limited = await calling([refusal("Rate limit exceeded", "ratelimited", "RATELIMITED")], () => getIssue({ id: "ENG-1" }), {
      status: 400,
      headers,
    }).catch((thrown: unknown) => thrown);
    expect(stepError(limited)).toMatchObject({ status: 429 });
    const waitsMs = (limited as RetryableError).retryAfter.getTime() - before;
    expect(waitsMs).toBeGreaterThan(110_000);
    expect(waitsMs).toBeLessThan(130_000);
  });
});

interface Sent {
  readonly authorization: string | null;
  readonly variables: unknown;
}

/** Runs a step whose calls are answered one after the other. */
async function calling<T>(
  answers: readonly unknown[],
  run: () => Promise<T>,
  { token = "lin_api_test", ...init }: ResponseInit & { token?: string } = {},
): Promise<{ output: T; sent: Sent[] }> {
  process.env["LINEAR_API_KEY"] = token;
  const sent: Sent[] = [];
  const fetch = async (_: URL, { headers, body }: RequestInit): Promise<Response> => {
    sent.push({ authorization: new Headers(headers).get("authorization"), variables: JSON.parse(String(body)).variables });
    return Response.json(answers[sent.length - 1], init);
  };
  const output = await withStepContext({ idempotencyKey: "k", attempt: 1, signal: new AbortController().signal, fetch }, run);
  return { output, sent };
}
