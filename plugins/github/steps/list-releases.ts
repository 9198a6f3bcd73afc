import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listGithub } from "../api.ts";
import type { ListReleasesInput, ListReleasesOutput } from "../types.generated.ts";

/** Lists the releases of a repository, newest first. */
export async function listReleases(
  { owner, repo, limit = 100 }: ListReleasesInput,
  options: StepOptions = {},
): Promise<ListReleasesOutput> {
  "use step";
  return { releases: await listGithub(limit, { path: path`/repos/${owner}/${repo}/releases` }, options) };
}
