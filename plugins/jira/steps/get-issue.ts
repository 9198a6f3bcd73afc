import type { Loose } from "../../kit/loose.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { jira } from "../api.ts";
import type { RawIssue } from "../issue-data.ts";
import { readIssue } from "../issue-data.ts";
import type { GetIssueInput, GetIssueOutput } from "../types.generated.ts";

/** Reads one issue; its description comes as plain text, its custom fields apart. */
export async function getIssue<T = Loose>({ issueIdOrKey: issue }: GetIssueInput, options: StepOptions = {}): Promise<GetIssueOutput<T>> {
  "use step";
  const query = { fields: "*all" };
  return readIssue(await jira.send<RawIssue>({ path: path`/rest/api/3/issue/${issue}`, query }, options));
}
