import type { Loose } from "../../kit/loose.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { webflow } from "../api.ts";
import type { GetSubmissionInput, GetSubmissionOutput } from "../types.generated.ts";

/** Reads one submission of a form. */
export async function getSubmission<T = Loose>(
  { form_submission_id: id }: GetSubmissionInput,
  options: StepOptions = {},
): Promise<GetSubmissionOutput<T>> {
  "use step";
  return webflow.send({ path: path`/form_submissions/${id}` }, options);
}
