import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { fields, place, record, recordId, typecast } from "../fields.ts";

/** Changes a record. */
export const updateRecord = defineAction({
  name: "updateRecord",
  label: "Update a record",
  description: "Changes fields of a record; those that are not named stay as they are.",
  input: z.strictObject({ ...place, recordId, fields, typecast }),
  output: record,
});
