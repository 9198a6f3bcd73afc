import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import type { GetRepositoryInput, GetRepositoryOutput } from "../types.generated.ts";

/** Reads one repository. */
export async function getRepository({ owner, repo }: GetRepositoryInput, options: StepOptions = {}): Promise<GetRepositoryOutput> {
  "use step";
  return github.send({ path: path`/repos/${owner}/${repo}` }, options);
}
