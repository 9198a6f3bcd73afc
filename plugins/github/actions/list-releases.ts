import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, release, repository } from "../fields.ts";

/** Lists the releases of a repository, newest first. */
export const listReleases = defineAction({
  name: "listReleases",
  label: "List releases",
  description: "Lists the releases of a repository, newest first.",
  input: z.strictObject({
    ...repository,
    limit,
  }),
  output: z.object({ releases: z.array(release).meta({ label: "Releases" }) }),
});
