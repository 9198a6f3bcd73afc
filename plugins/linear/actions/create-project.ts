import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { assigneeId, project } from "../fields.ts";

/** Starts a project of one or more teams. */
export const createProject = defineAction({
  name: "createProject",
  label: "Create a project",
  description: "Starts a project of one or more teams.",
  input: z.strictObject({
    name: z.string().min(1).meta({ label: "Name", example: "Autumn launch" }),
    teamIds: z
      .array(z.string())
      .min(1)
      .meta({
        label: "Teams",
        help: "Their ids.",
        example: ["9cfb482a-81e3-4154-b5b9-2c805e70a02d"],
        options: { action: "listTeams", list: "teams", value: "id", label: "name" },
      }),
    description: z.string().max(255).optional().meta({ label: "Summary", example: "All that must be there in autumn" }),
    content: z.string().optional().meta({ label: "Text", code: "markdown", multiline: true, example: "## Goals" }),
    leadId: assigneeId.meta({
      label: "Lead",
      help: "A person's id.",
      example: "e9f8c1de-2b56-4f0b-8e60-9b1c70ac9c51",
      options: { action: "listUsers", list: "users", value: "id", label: "name" },
    }),
    startDate: z.iso.date().optional().meta({ label: "Begins on", example: "2026-09-01" }),
    targetDate: z.iso.date().optional().meta({ label: "Ends on", example: "2026-11-30" }),
  }),
  output: project,
});
