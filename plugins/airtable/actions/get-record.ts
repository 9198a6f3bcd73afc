import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { place, record, recordId } from "../fields.ts";

/** Reads a record. */
export const getRecord = defineAction({
  name: "getRecord",
  label: "Get a record",
  description: "Reads a record of a table.",
  input: z.strictObject({ ...place, recordId }),
  output: record,
});
