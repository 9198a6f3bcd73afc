import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { objectType, record } from "../fields.ts";

/** Changes a record. */
export const updateRecord = defineAction({
  name: "updateRecord",
  label: "Update a record",
  description: "Changes properties of a contact, company, deal or ticket; those that are not named stay as they are.",
  input: z.strictObject({
    objectType,
    id: z.string().min(1).meta({ label: "Record id", help: "Or the value of the property named below.", example: "12345678901" }),
    idProperty: z.string().optional().meta({ label: "Id is", help: "A property that is unique; for contacts, email." }),
    properties: z.record(z.string(), z.any()).meta({
      label: "Properties",
      help: "By their internal names. Lists are choices, null empties a property.",
      example: { dealstage: "closedwon", amount: 1500.5, description: null },
    }),
  }),
  output: record,
});
