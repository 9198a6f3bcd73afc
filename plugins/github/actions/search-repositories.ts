import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { direction, limit, query, repositoryData } from "../fields.ts";

/** Finds repositories by name, topic, language and more. */
export const searchRepositories = defineAction({
  name: "searchRepositories",
  label: "Search repositories",
  description: "Finds repositories by name, topic, language and more.",
  input: z.strictObject({
    q: query.meta({
      label: "Search for",
      help: "Words and qualifiers, for example topic:cli language:go stars:>100.",
      example: "tetris language:assembly",
    }),
    sort: z
      .enum(["stars", "forks", "help-wanted-issues", "updated"])
      .optional()
      .meta({ label: "Sort by", help: "The best match when left out.", example: "stars" }),
    order: direction,
    limit,
  }),
  output: z.object({ repositories: z.array(repositoryData).meta({ label: "Repositories" }) }),
});
