import { z } from "zod";

/** Which repository. */
export const repository = {
  owner: z.string().meta({ label: "Owner", help: "The user or organization.", example: "octocat" }),
  repo: z.string().meta({
    label: "Repository",
    help: "Its name, without the owner.",
    example: "hello-world",
    options: { action: "listRepositories", list: "repositories", value: "name", label: "full_name" },
  }),
};

/** The number of an issue; a pull request has one of the same kind. */
export const issueNumber = z.int().min(1).meta({ label: "Issue number", help: "Of an issue or a pull request.", example: 1347 });

export const pullNumber = z.int().min(1).meta({ label: "Pull request number", example: 1347 });

export const limit = z.int().min(1).max(1_000).optional().meta({ label: "At most", default: 100, example: 3 });

export const markdown = z.string().optional().meta({ label: "Text", code: "markdown", multiline: true, example: "It **does not** work." });

export const labelNames = z.array(z.string()).meta({ label: "Labels", example: ["bug"] });

export const logins = z
  .array(z.string())
  .max(10)
  .meta({ label: "Assignees", help: "Login names, at most 10.", example: ["octocat"] });

export const branchName = z
  .string()
  .meta({ label: "Branch", example: "main", options: { action: "listBranches", list: "branches", value: "name", label: "name" } });

export const state = z.enum(["open", "closed", "all"]).optional().meta({ label: "State", default: "open", example: "all" });

export const direction = z.enum(["asc", "desc"]).optional().meta({ label: "Direction", default: "desc", example: "asc" });

export const filePath = z.string().min(1).meta({ label: "Path", help: "From the top of the repository.", example: "docs/guide.md" });

export const commitMessage = z.string().meta({ label: "Commit message", example: "Add a guide" });

export const workflowId = z.union([z.string(), z.int()]).meta({
  label: "Workflow",
  help: "Its id, or the name of its file.",
  example: "ci.yaml",
  options: { action: "listWorkflows", list: "workflows", value: "id", label: "name" },
});

export const query = z.string().meta({
  label: "Search for",
  help: "Words and qualifiers, for example repo:octocat/hello-world is:open.",
});

/** A person or an organization, in short. */
export const account = z.object({ login: z.string(), id: z.number(), html_url: z.string() });

export const label = z.object({ id: z.number(), name: z.string(), color: z.string(), description: z.string().nullish() });

export const issue = z.object({
  id: z.number(),
  number: z.number(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.string(),
  state_reason: z.string().nullish(),
  html_url: z.string(),
  user: account.nullable(),
  labels: z.array(label),
  assignees: z.array(account).nullish(),
  milestone: z.object({ number: z.number(), title: z.string() }).nullable(),
  comments: z.number(),
  created_at: z.string(),
  updated_at: z.string(),
  closed_at: z.string().nullable(),
});

export const comment = z.object({
  id: z.number(),
  body: z.string().optional(),
  html_url: z.string(),
  user: account.nullable(),
  created_at: z.string(),
  updated_at: z.string(),
});

const branchEnd = z.object({ ref: z.string(), sha: z.string(), label: z.string() });

export const pullRequest = z.object({
  id: z.number(),
  number: z.number(),
  title: z.string(),
  body: z.string().nullable(),
  state: z.string(),
  draft: z.boolean().optional(),
  html_url: z.string(),
  diff_url: z.string(),
  user: account.nullable(),
  labels: z.array(label),
  head: branchEnd,
  base: branchEnd,
  merge_commit_sha: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
  closed_at: z.string().nullable(),
  merged_at: z.string().nullable(),
});

/** What only a single pull request tells. */
export const pullRequestDetails = pullRequest.extend({
  merged: z.boolean(),
  mergeable: z.boolean().nullable(),
  mergeable_state: z.string(),
  comments: z.number(),
  commits: z.number(),
  additions: z.number(),
  deletions: z.number(),
  changed_files: z.number(),
});

export const release = z.object({
  id: z.number(),
  tag_name: z.string(),
  name: z.string().nullable(),
  body: z.string().nullish(),
  draft: z.boolean(),
  prerelease: z.boolean(),
  html_url: z.string(),
  target_commitish: z.string(),
  created_at: z.string(),
  published_at: z.string().nullable(),
  assets: z.array(z.object({ id: z.number(), name: z.string(), size: z.number(), browser_download_url: z.string() })),
});

export const workflowRun = z.object({
  id: z.number(),
  name: z.string().nullish(),
  workflow_id: z.number(),
  run_number: z.number(),
  event: z.string(),
  status: z.string().nullable(),
  conclusion: z.string().nullable(),
  head_branch: z.string().nullable(),
  head_sha: z.string(),
  html_url: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
});

export const repositoryData = z.object({
  id: z.number(),
  name: z.string(),
  full_name: z.string(),
  owner: account,
  private: z.boolean(),
  html_url: z.string(),
  description: z.string().nullable(),
  fork: z.boolean(),
  default_branch: z.string().optional(),
  language: z.string().nullish(),
  stargazers_count: z.number().optional(),
  forks_count: z.number().optional(),
  open_issues_count: z.number().optional(),
  archived: z.boolean().optional(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  pushed_at: z.string().nullish(),
});

/** The commit that changed a file, and the file as it is now. */
export const fileCommit = z.object({
  content: z.object({ path: z.string(), sha: z.string(), html_url: z.string() }).nullable(),
  commit: z.object({ sha: z.string(), html_url: z.string(), message: z.string() }),
});
