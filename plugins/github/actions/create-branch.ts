import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { branchName, repository } from "../fields.ts";

/** Makes a branch that begins where another one stands. */
export const createBranch = defineAction({
  name: "createBranch",
  label: "Create a branch",
  description: "Makes a branch that begins where another one stands.",
  input: z.strictObject({
    ...repository,
    branch: z.string().min(1).meta({ label: "New branch", example: "new-topic" }),
    from: branchName.meta({
      label: "From branch",
      example: "main",
      options: { action: "listBranches", list: "branches", value: "name", label: "name" },
    }),
  }),
  output: z.object({ ref: z.string(), object: z.object({ sha: z.string() }) }),
});
