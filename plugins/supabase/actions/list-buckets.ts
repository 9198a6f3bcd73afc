import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Lists the buckets of the project's storage. */
export const listBuckets = defineAction({
  name: "listBuckets",
  label: "List buckets",
  description: "Lists the buckets of the project's storage.",
  input: z.strictObject({}),
  output: z.object({
    buckets: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          public: z.boolean().optional(),
          created_at: z.string().optional(),
          updated_at: z.string().optional(),
        }),
      )
      .meta({ label: "Buckets" }),
  }),
});
