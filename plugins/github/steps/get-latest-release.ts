import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import type { GetLatestReleaseInput, GetLatestReleaseOutput } from "../types.generated.ts";

/** Reads the newest release that is neither a draft nor a pre-release. */
export async function getLatestRelease({ owner, repo }: GetLatestReleaseInput, options: StepOptions = {}): Promise<GetLatestReleaseOutput> {
  "use step";
  return github.send({ path: path`/repos/${owner}/${repo}/releases/latest` }, options);
}
