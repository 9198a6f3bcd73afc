import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { place, record, typecast } from "../fields.ts";

/** Changes the records that are there and adds the others. */
export const upsertRecords = defineAction({
  name: "upsertRecords",
  label: "Update or create records",
  description: "Updates the records whose key fields hold the same values, and adds those that are not there yet.",
  input: z.strictObject({
    ...place,
    fieldsToMergeOn: z
      .array(z.string().min(1))
      .min(1)
      .max(3)
      .meta({ label: "Key fields", help: "Names of up to three.", example: ["Email"] }),
    records: z
      .array(z.record(z.string(), z.any()))
      .min(1)
      .max(1_000)
      .meta({
        label: "Records",
        help: "The fields of each, by name, the key fields among them.",
        example: [{ Email: "ada@example.com", Status: "Done" }],
      }),
    typecast,
  }),
  output: z.object({
    records: z.array(record).meta({ label: "Records" }),
    createdRecords: z.array(z.string()).meta({ label: "Created", help: "Their ids." }),
    updatedRecords: z.array(z.string()).meta({ label: "Updated", help: "Their ids." }),
  }),
});
