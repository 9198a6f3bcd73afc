import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listWebflow } from "../api.ts";
import type { ListFormsInput, ListFormsOutput } from "../types.generated.ts";

interface Answer {
  readonly forms?: ListFormsOutput["forms"];
}

/** Lists the forms of a site. */
export async function listForms({ site_id: site, limit = 100 }: ListFormsInput, options: StepOptions = {}): Promise<ListFormsOutput> {
  "use step";
  return { forms: await listWebflow(limit, path`/sites/${site}/forms`, {}, options, (page: Answer) => page.forms) };
}
