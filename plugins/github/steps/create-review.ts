import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import type { CreateReviewInput, CreateReviewOutput } from "../types.generated.ts";

/** Approves a pull request, asks for changes, or comments on it. */
export async function createReview(
  { owner, repo, pull_number: number, ...review }: CreateReviewInput,
  options: StepOptions = {},
): Promise<CreateReviewOutput> {
  "use step";
  return github.send({ path: path`/repos/${owner}/${repo}/pulls/${number}/reviews`, json: review }, options);
}
