import type { Loose } from "../../kit/loose.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listWebflow } from "../api.ts";
import type { ListSubmissionsInput, ListSubmissionsOutput } from "../types.generated.ts";

interface Answer {
  readonly formSubmissions?: ListSubmissionsOutput["formSubmissions"];
}

/** Lists what people have sent with a form. */
export async function listSubmissions<T = Loose>(
  { form_id: form, limit = 100 }: ListSubmissionsInput,
  options: StepOptions = {},
): Promise<ListSubmissionsOutput<T>> {
  "use step";
  const submissions = path`/forms/${form}/submissions`;
  return { formSubmissions: await listWebflow(limit, submissions, {}, options, (page: Answer) => page.formSubmissions) };
}
