import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { place, record, typecast } from "../fields.ts";

/** Changes records. */
export const updateRecords = defineAction({
  name: "updateRecords",
  label: "Update many records",
  description: "Changes fields of records, ten with each call; those that are not named stay as they are.",
  input: z.strictObject({
    ...place,
    records: z
      .array(z.strictObject({ id: z.string().min(1), fields: z.record(z.string(), z.any()) }))
      .min(1)
      .max(1_000)
      .meta({
        label: "Records",
        help: "The id of each, and its new fields by name.",
        example: [{ id: "recZOTa4BDWX7Htp8", fields: { Status: "Done" } }],
      }),
    typecast,
  }),
  output: z.object({ records: z.array(record).meta({ label: "Records" }) }),
});
