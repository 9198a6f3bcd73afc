import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import type { CreateReleaseInput, CreateReleaseOutput } from "../types.generated.ts";

/** Publishes a release of a tag, which is made when it is not there. */
export async function createRelease(
  { owner, repo, ...release }: CreateReleaseInput,
  options: StepOptions = {},
): Promise<CreateReleaseOutput> {
  "use step";
  return github.send({ path: path`/repos/${owner}/${repo}/releases`, json: release }, options);
}
