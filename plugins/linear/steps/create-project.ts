import type { StepOptions } from "../../kit/step-options.ts";
import { askLinear } from "../api.ts";
import { PROJECT_FIELDS } from "../queries.ts";
import type { CreateProjectInput, CreateProjectOutput } from "../types.generated.ts";

const CREATE_PROJECT = `mutation CreateProject($input: ProjectCreateInput!) {
  projectCreate(input: $input) { project { ...ProjectFields } }
} ${PROJECT_FIELDS}`;

/** Starts a project of one or more teams. */
export async function createProject(input: CreateProjectInput, options: StepOptions = {}): Promise<CreateProjectOutput> {
  "use step";
  const { projectCreate } = await askLinear<{ projectCreate: { project: CreateProjectOutput } }>(CREATE_PROJECT, { input }, options);
  return projectCreate.project;
}
