import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { objectFields } from "../fields.ts";

/** Lists the objects of a bucket. */
export const listObjects = defineAction({
  name: "listObjects",
  label: "List objects",
  description: "Lists the objects of a bucket in the order of their keys, all or those below a folder.",
  input: z.strictObject({
    bucket: objectFields.bucket,
    prefix: z.string().optional().meta({ label: "Keys that begin with", example: "2030/" }),
    limit: z.int().min(1).max(100_000).optional().meta({ label: "At most", default: 1_000, example: 2 }),
  }),
  output: z.object({
    objects: z.array(z.object({ key: z.string(), size: z.int(), etag: z.string(), lastModified: z.string() })).meta({ label: "Objects" }),
  }),
});
