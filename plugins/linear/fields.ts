import { z } from "zod";

export const limit = z.int().min(1).max(1_000).optional().meta({ label: "At most", default: 100, example: 3 });

const fromTeams = { action: "listTeams", list: "teams", value: "id", label: "name" };
const fromUsers = { action: "listUsers", list: "users", value: "id", label: "name" };
const fromStates = { action: "listStates", list: "states", value: "id", label: "name" };
const fromProjects = { action: "listProjects", list: "projects", value: "id", label: "name" };

export const teamId = z
  .string()
  .meta({ label: "Team", help: "Its id.", example: "9cfb482a-81e3-4154-b5b9-2c805e70a02d", options: fromTeams });

/** Only of this team, when there is one. */
export const onlyTeam = z
  .string()
  .optional()
  .meta({ label: "Team", help: "Its id; all when left out.", example: "9cfb482a-81e3-4154-b5b9-2c805e70a02d", options: fromTeams });

export const issueId = z.string().meta({ label: "Issue", help: "Its identifier, such as ENG-123, or its id.", example: "ENG-123" });

export const projectId = z
  .string()
  .optional()
  .meta({ label: "Project", help: "Its id.", example: "b1f2a3c4-5d6e-4f70-8a9b-0c1d2e3f4a5b", options: fromProjects });

export const assigneeId = z
  .string()
  .optional()
  .meta({ label: "Assignee", help: "A person's id.", example: "e9f8c1de-2b56-4f0b-8e60-9b1c70ac9c51", options: fromUsers });

/** What an issue can be given besides its title and team. */
export const issueFields = {
  description: z.string().optional().meta({ label: "Description", code: "markdown", multiline: true, example: "It **does not** work." }),
  assigneeId,
  priority: z.int().min(0).max(4).optional().meta({ label: "Priority", help: "0 none, 1 urgent, 2 high, 3 medium, 4 low.", example: 2 }),
  stateId: z.string().optional().meta({
    label: "State",
    help: "The id of a state of the team's workflow.",
    example: "2f7b1c9e-3d4a-4b5c-9e8f-7a6b5c4d3e2f",
    options: fromStates,
  }),
  projectId,
  estimate: z.int().min(0).optional().meta({ label: "Estimate", help: "In the team's points.", example: 3 }),
  dueDate: z.iso.date().optional().meta({ label: "Due on", help: "A date such as 2026-12-24.", example: "2026-12-24" }),
  parentId: z
    .string()
    .optional()
    .meta({ label: "Part of", help: "The id of the issue above it.", example: "5c0e7f31-9a44-4c8d-8f7e-6b5a49382716" }),
};

const person = z.object({ id: z.string(), name: z.string(), email: z.string() });

export const issue = z.object({
  id: z.string(),
  identifier: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  url: z.string(),
  priority: z.number(),
  priorityLabel: z.string(),
  estimate: z.number().nullable(),
  dueDate: z.string().nullable(),
  branchName: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  completedAt: z.string().nullable(),
  canceledAt: z.string().nullable(),
  state: z.object({ id: z.string(), name: z.string(), type: z.string() }),
  team: z.object({ id: z.string(), key: z.string(), name: z.string() }),
  assignee: person.nullable(),
  project: z.object({ id: z.string(), name: z.string() }).nullable(),
  labels: z.object({ nodes: z.array(z.object({ id: z.string(), name: z.string() })) }),
});

export const comment = z.object({
  id: z.string(),
  body: z.string(),
  url: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  user: person.nullable(),
  issue: z.object({ id: z.string(), identifier: z.string() }).nullable(),
});

export const project = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  url: z.string(),
  progress: z.number(),
  startDate: z.string().nullable(),
  targetDate: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  status: z.object({ id: z.string(), name: z.string(), type: z.string() }),
  lead: person.nullable(),
});
