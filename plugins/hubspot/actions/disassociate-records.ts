import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { objectType, recordId } from "../fields.ts";

/** Takes the ties between two records away. */
export const disassociateRecords = defineAction({
  name: "disassociateRecords",
  label: "Remove an association",
  description: "Takes all ties between two records away.",
  input: z.strictObject({
    fromObjectType: objectType.meta({ label: "Kind", example: "deals" }),
    fromObjectId: recordId,
    toObjectType: objectType.meta({ label: "Other kind", example: "contacts" }),
    toObjectId: recordId.meta({ label: "Other record id", example: "501" }),
  }),
  output: z.object({ associated: z.literal(false).meta({ label: "Associated" }) }),
});
