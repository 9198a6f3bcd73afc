import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { direction, limit, repositoryData } from "../fields.ts";

/** Lists the repositories of an organization, or all that the token's owner can reach. */
export const listRepositories = defineAction({
  name: "listRepositories",
  label: "List repositories",
  description: "Lists the repositories of an organization, or all that the token's owner can reach.",
  input: z.strictObject({
    org: z.string().optional().meta({ label: "Organization", help: "Yours and those shared with you when left out.", example: "github" }),
    sort: z.enum(["created", "updated", "pushed", "full_name"]).optional().meta({ label: "Sort by", example: "updated" }),
    direction,
    limit,
  }),
  output: z.object({ repositories: z.array(repositoryData).meta({ label: "Repositories" }) }),
});
