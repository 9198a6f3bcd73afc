import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { place } from "../fields.ts";

/** Removes records. */
export const deleteRecords = defineAction({
  name: "deleteRecords",
  label: "Delete records",
  description: "Removes records from a table.",
  input: z.strictObject({
    ...place,
    recordIds: z
      .array(z.string().min(1))
      .min(1)
      .max(1_000)
      .meta({ label: "Record ids", example: ["recZOTa4BDWX7Htp8", "recFuJ2dZQ8kW1x0y"] }),
  }),
  output: z.object({ records: z.array(z.object({ id: z.string(), deleted: z.boolean() })).meta({ label: "Records" }) }),
});
