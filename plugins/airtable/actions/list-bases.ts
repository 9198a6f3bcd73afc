import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Lists the bases. */
export const listBases = defineAction({
  name: "listBases",
  label: "List bases",
  description: "Lists the bases that the token may see.",
  input: z.strictObject({ limit: z.int().min(1).max(10_000).optional().meta({ label: "At most", default: 1_000, example: 10 }) }),
  output: z.object({
    bases: z
      .array(
        z.object({ id: z.string(), name: z.string(), permissionLevel: z.string().meta({ help: "none, read, comment, edit or create." }) }),
      )
      .meta({ label: "Bases" }),
  }),
});
