import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { objectType, recordId } from "../fields.ts";

/** Ties two records together. */
export const associateRecords = defineAction({
  name: "associateRecords",
  label: "Associate two records",
  description: "Ties a contact, company, deal or ticket to another one.",
  input: z.strictObject({
    fromObjectType: objectType.meta({ label: "Kind", example: "deals" }),
    fromObjectId: recordId,
    toObjectType: objectType.meta({ label: "Other kind", example: "contacts" }),
    toObjectId: recordId.meta({ label: "Other record id", example: "501" }),
  }),
  output: z.object({ associated: z.literal(true).meta({ label: "Associated" }) }),
});
