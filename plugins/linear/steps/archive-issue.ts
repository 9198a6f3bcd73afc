import type { StepOptions } from "../../kit/step-options.ts";
import { askLinear } from "../api.ts";
import type { ArchiveIssueInput, ArchiveIssueOutput } from "../types.generated.ts";

const ARCHIVE_ISSUE = `mutation ArchiveIssue($id: String!) { issueArchive(id: $id) { success } }`;

/** Puts an issue away; it can be restored in Linear. */
export async function archiveIssue({ id }: ArchiveIssueInput, options: StepOptions = {}): Promise<ArchiveIssueOutput> {
  "use step";
  const { issueArchive } = await askLinear<{ issueArchive: ArchiveIssueOutput }>(ARCHIVE_ISSUE, { id }, options);
  return issueArchive;
}
