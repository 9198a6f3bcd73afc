import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, repository } from "../fields.ts";

/** Lists the branches of a repository. */
export const listBranches = defineAction({
  name: "listBranches",
  label: "List branches",
  description: "Lists the branches of a repository.",
  input: z.strictObject({
    ...repository,
    limit,
  }),
  output: z.object({
    branches: z
      .array(z.object({ name: z.string(), commit: z.object({ sha: z.string() }), protected: z.boolean() }))
      .meta({ label: "Branches" }),
  }),
});
