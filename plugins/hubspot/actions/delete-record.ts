import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { objectType, recordId } from "../fields.ts";

/** Moves a record to the recycling bin. */
export const deleteRecord = defineAction({
  name: "deleteRecord",
  label: "Delete a record",
  description: "Moves a contact, company, deal or ticket to HubSpot's recycling bin, from where it can be restored for 90 days.",
  input: z.strictObject({ objectType, id: recordId }),
  output: z.object({ id: z.string().meta({ label: "Record id" }), deleted: z.literal(true).meta({ label: "Deleted" }) }),
});
