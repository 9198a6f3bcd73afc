import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { fields, place, record, typecast } from "../fields.ts";

/** Adds a record. */
export const createRecord = defineAction({
  name: "createRecord",
  label: "Create a record",
  description: "Adds a record to a table.",
  input: z.strictObject({ ...place, fields, typecast }),
  output: record,
});
