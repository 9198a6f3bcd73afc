import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import type { CreateGistInput, CreateGistOutput } from "../types.generated.ts";

/** Saves files as a gist, secret unless you say otherwise. */
export async function createGist(gist: CreateGistInput, options: StepOptions = {}): Promise<CreateGistOutput> {
  "use step";
  return github.send({ path: "/gists", json: gist }, options);
}
