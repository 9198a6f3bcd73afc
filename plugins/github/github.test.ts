import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FatalError } from "workflow";
import type { RetryableError } from "workflow";
import { describeService } from "../kit/contract/describe-service.ts";
import { withStepContext } from "../kit/step-context.ts";
import { stepError } from "../kit/step-error.ts";
import { contentsPath } from "./contents.ts";
import { plugin } from "./index.ts";
import { deleteFile } from "./steps/delete-file.ts";
import { getFile } from "./steps/get-file.ts";
import { getRepository } from "./steps/get-repository.ts";
import { listIssues } from "./steps/list-issues.ts";
import { saveFile } from "./steps/save-file.ts";

const REPO = "/repos/octocat/hello-world";
const SHA = "95b966ae1c166bd92f8ae7d1c313e738c731dfc3";
const file = {
  type: "file",
  encoding: "base64",
  size: 11,
  name: "guide.md",
  path: "docs/guide.md",
  content: "IyBIZWxs\nbyDimIM=\n",
  sha: SHA,
  html_url: "https://github.com/octocat/hello-world/blob/main/docs/guide.md",
  download_url: null,
};

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  vendor: "github",
  environment: { GITHUB_TOKEN: "github_pat_contract" },
  failure: (status, message) => ({ message, documentation_url: "https://docs.github.com/rest", status: String(status) }),
  actions: {
    createIssue: {
      calls: [
        { method: "POST", url: `${REPO}/issues`, body: { title: "Found a bug", labels: ["bug"], assignees: ["octocat"], milestone: 1 } },
      ],
      output: { number: 1347, state: "open" },
    },
    getIssue: { calls: [{ method: "GET", url: `${REPO}/issues/1347` }] },
    listIssues: { calls: [{ method: "GET", url: expectUrl(`${REPO}/issues?state=all&labels=bug,ui`) }] },
    updateIssue: { calls: [{ method: "PATCH", url: `${REPO}/issues/1347`, body: { state: "closed", state_reason: "completed" } }] },
    closeIssue: { calls: [{ method: "PATCH", url: `${REPO}/issues/1347`, body: { state: "closed", state_reason: "not_planned" } }] },
    createComment: { calls: [{ method: "POST", url: `${REPO}/issues/1347/comments`, body: { body: "Me too" } }] },
    updateComment: { calls: [{ method: "PATCH", url: `${REPO}/issues/comments/1`, body: { body: "Done" } }] },
    updatePullRequest: { calls: [{ method: "PATCH", url: `${REPO}/pulls/1347`, body: { state: "closed", base: "main" } }] },
    listPullRequestFiles: { output: { files: [{ filename: "file1.txt" }] } },
    addLabels: {
      calls: [{ method: "POST", url: `${REPO}/issues/1347/labels`, body: { labels: ["bug"] } }],
    },
    removeLabel: { calls: [{ method: "DELETE", url: `${REPO}/issues/1347/labels/bug` }] },
    addAssignees: { calls: [{ method: "POST", url: `${REPO}/issues/1347/assignees`, body: { assignees: ["octocat"] } }] },
    createPullRequest: {
      calls: [
        { method: "POST", url: `${REPO}/pulls`, body: { title: "Amazing new feature", head: "new-topic", base: "main", draft: true } },
      ],
    },
    mergePullRequest: {
      calls: [{ method: "PUT", url: `${REPO}/pulls/1347/merge`, body: { merge_method: "squash" } }],
      output: { merged: true },
    },
    createReview: {
      calls: [{ method: "POST", url: `${REPO}/pulls/12/reviews`, body: { event: "REQUEST_CHANGES", body: "Please add a test." } }],
    },
    requestReviewers: {
      calls: [
        {
          method: "POST",
          url: `${REPO}/pulls/1347/requested_reviewers`,
          body: { reviewers: ["octocat"], team_reviewers: ["justice-league"] },
        },
      ],
    },
    getFile: {
      takesLargeAnswers: true,
      answers: [{ body: file }],
      calls: [{ method: "GET", url: `${REPO}/contents/docs/guide.md?ref=main` }],
      output: { content: "IyBIZWxsbyDimIM=", text: "# Hello ☃" },
    },
    saveFile: {
      notSent: ["content", "encoding"],
      calls: [
        {
          method: "PUT",
          url: `${REPO}/contents/docs/guide.md`,
          body: { message: "Add a guide", content: "IyBIZWxsbwo=", branch: "main", sha: SHA },
        },
      ],
    },
    deleteFile: { calls: [{ method: "DELETE", url: `${REPO}/contents/docs/guide.md`, body: { message: "Remove the guide", sha: SHA } }] },
    createRelease: { calls: [{ method: "POST", url: `${REPO}/releases`, body: { tag_name: "v1.0.0", generate_release_notes: true } }] },
    dispatchWorkflow: {
      calls: [
        {
          method: "POST",
          url: `${REPO}/actions/workflows/ci.yaml/dispatches`,
          body: { ref: "main", inputs: { environment: "staging" }, return_run_details: true },
        },
      ],
    },
    createBranch: {
      calls: [
        { method: "GET", url: `${REPO}/branches/main` },
        { method: "POST", url: `${REPO}/git/refs`, body: { ref: "refs/heads/new-topic" } },
      ],
    },
    createGist: { calls: [{ method: "POST", url: "/gists", body: { files: { "hello.rb": { content: "puts 1" } }, public: true } }] },
  },
});

describe("GitHub's pages, files and limits", () => {
  it("reads page after page until GitHub names no next one, and leaves pull requests out of the issues", async () => {
    const asked: string[] = [];
    const answers = [
      [[{ number: 1 }, { number: 2, pull_request: {} }], { link: '<https://api.github.com/x?page=2>; rel="next"' }],
      [[{ number: 3 }], { link: '<https://api.github.com/x?page=1>; rel="prev"' }],
    ] as const;
    const { issues } = await calling(
      (url) => {
        asked.push(url.search);
        const [body, headers] = answers[asked.length - 1] ?? [[], {}];
        return Response.json(body, { headers });
      },
      () => listIssues({ owner: "a", repo: "b", limit: 2 }),
    );
    expect(asked).toEqual(["?per_page=2&page=1", "?per_page=2&page=2"]);
    expect(issues.map(({ number }) => number)).toEqual([1, 3]);
  });

  it("keeps the slashes of a file's path, encodes its names, and refuses to climb out of the repository", () => {
    expect(contentsPath("a", "b", "/docs/a b#1.md")).toBe("/repos/a/b/contents/docs/a%20b%231.md");
    expect(() => contentsPath("a", "b", "docs/../../../user")).toThrow(FatalError);
  });

  it("saves over a file by the sha it has now, and makes a new one where there is none", async () => {
    const save = async (found: Response): Promise<unknown> => {
      let body: unknown;
      await calling(
        (_, init) => {
          if (init.method === "GET") return found;
          body = JSON.parse(String(init.body));
          return Response.json({});
        },
        () => saveFile({ owner: "a", repo: "b", path: "x.txt", content: "hi", message: "m" }),
      );
      return body;
    };
    expect(await save(Response.json({ sha: SHA }))).toEqual({ message: "m", content: "aGk=", sha: SHA });
    expect(await save(Response.json({ message: "Not Found" }, { status: 404 }))).toEqual({ message: "m", content: "aGk=" });
  });

  it("says that a file to delete is not there", async () => {
    const missing = (): Response => Response.json({ message: "Not Found" }, { status: 404 });
    const error = await calling(missing, () => deleteFile({ owner: "a", repo: "b", path: "x.txt", message: "m" })).catch(
      (thrown: unknown) => thrown,
    );
    expect(stepError(error)).toMatchObject({ status: 404, message: 'There is no file "x.txt".' });
  });

  it("asks again for the content that GitHub leaves out of a large file, and refuses a folder", async () => {
    const large = { ...file, encoding: "none", content: "" };
    const read = (answer: unknown): Promise<unknown> =>
      calling(
        (_, init) => (new Headers(init.headers).get("accept")?.includes("raw") ? new Response("all of it") : Response.json(answer)),
        () => getFile({ owner: "a", repo: "b", path: "x.txt" }),
      );
    expect(await read(large)).toMatchObject({ text: "all of it", content: "YWxsIG9mIGl0" });
    await expect(read([file])).rejects.toThrow('"x.txt" is not a file.');
  });

  it("waits until a limit resets, and a minute for a secondary limit that names no time", async () => {
    const waited = async (headers: Record<string, string>, message: string): Promise<unknown> => {
      const answer = (): Response => Response.json({ message }, { status: 403, headers });
      return calling(answer, () => getRepository({ owner: "a", repo: "b" })).catch((thrown: unknown) => thrown);
    };
    const before = Date.now();
    const reset = Math.ceil(before / 1_000) + 600;
    const limited = await waited({ "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(reset) }, "API rate limit exceeded");
    expect((limited as RetryableError).retryAfter.getTime()).toBeGreaterThanOrEqual(before + 600_000);
    const secondary = await waited({}, "You have exceeded a secondary rate limit.");
    expect((secondary as RetryableError).retryAfter.getTime()).toBeGreaterThanOrEqual(before + 60_000);
    expect(await waited({ "x-ratelimit-remaining": "4999" }, "Resource not accessible by personal access token")).toBeInstanceOf(
      FatalError,
    );
  });

  it("says which field was wrong", async () => {
    const body = { message: "Validation Failed", errors: [{ resource: "Issue", field: "title", code: "missing_field" }] };
    const refused = calling(
      () => Response.json(body, { status: 422 }),
      () => getRepository({ owner: "a", repo: "b" }),
    );
    await expect(refused).rejects.toThrow("Validation Failed; title: missing_field");
  });
});

function expectUrl(start: string): string {
  return expect.stringContaining(start) as unknown as string;
}

/** Runs a step whose calls are answered by a function. */
async function calling<T>(answer: (url: URL, init: RequestInit) => Response, run: () => Promise<T>): Promise<T> {
  process.env["GITHUB_TOKEN"] = "github_pat_test";
  const fetch = async (url: URL, init: RequestInit): Promise<Response> => answer(url, init);
  return withStepContext({ idempotencyKey: "k", attempt: 1, signal: new AbortController().signal, fetch }, run);
}
