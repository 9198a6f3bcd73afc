import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { place, record, typecast } from "../fields.ts";

/** Adds records. */
export const createRecords = defineAction({
  name: "createRecords",
  label: "Create many records",
  description: "Adds records to a table, ten with each call.",
  input: z.strictObject({
    ...place,
    records: z
      .array(z.record(z.string(), z.any()))
      .min(1)
      .max(1_000)
      .meta({ label: "Records", help: "The fields of each, by name.", example: [{ Customer: "Ada" }, { Customer: "Bob", Total: 3 }] }),
    typecast,
  }),
  output: z.object({ records: z.array(record).meta({ label: "Records" }) }),
});
