import type { StepOptions } from "../../kit/step-options.ts";
import type { Connection } from "../api.ts";
import { listLinear, sameId } from "../api.ts";
import { PROJECT_FIELDS } from "../queries.ts";
import type { ListProjectsInput, ListProjectsOutput } from "../types.generated.ts";

const LIST_PROJECTS = `query ListProjects($filter: ProjectFilter, $first: Int, $after: String) {
  projects(filter: $filter, first: $first, after: $after) { nodes { ...ProjectFields } pageInfo { hasNextPage endCursor } }
} ${PROJECT_FIELDS}`;

interface Answer {
  readonly projects: Connection<ListProjectsOutput["projects"][number]>;
}

/** Lists the projects of a team, or of all teams. */
export async function listProjects({ teamId, limit = 100 }: ListProjectsInput, options: StepOptions = {}): Promise<ListProjectsOutput> {
  "use step";
  const filter = teamId === undefined ? undefined : { accessibleTeams: { some: sameId(teamId) } };
  return { projects: await listLinear(limit, LIST_PROJECTS, { filter }, options, ({ projects }: Answer) => projects) };
}
