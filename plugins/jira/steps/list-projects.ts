import type { StepOptions } from "../../kit/step-options.ts";
import { listJira } from "../api.ts";
import type { ListProjectsInput, ListProjectsOutput } from "../types.generated.ts";

interface Answer {
  readonly values: ListProjectsOutput["projects"];
}

/** Lists the projects that the account can see. */
export async function listProjects({ query, limit = 100 }: ListProjectsInput, options: StepOptions = {}): Promise<ListProjectsOutput> {
  "use step";
  return { projects: await listJira(limit, "/rest/api/3/project/search", { query }, options, (page: Answer) => page.values) };
}
