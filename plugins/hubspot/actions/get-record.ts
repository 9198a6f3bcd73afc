import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { objectType, propertyNames, record } from "../fields.ts";

/** Reads a record. */
export const getRecord = defineAction({
  name: "getRecord",
  label: "Get a record",
  description:
    "Reads a contact, company, deal or ticket by its id, or by another property that is unique, such as a contact's e-mail address.",
  input: z.strictObject({
    objectType: objectType.meta({ label: "Kind", example: "contacts" }),
    id: z.string().min(1).meta({ label: "Record id", help: "Or the value of the property named below.", example: "ada@example.com" }),
    idProperty: z.string().optional().meta({ label: "Id is", help: "A property that is unique, for example email.", example: "email" }),
    properties: propertyNames,
    associations: z
      .array(z.string().min(1))
      .optional()
      .meta({ label: "Ties to", help: "Kinds whose ids to read too, for example companies.", example: ["companies", "deals"] }),
  }),
  output: z.object({
    ...record.shape,
    associations: z.record(z.string(), z.array(z.string())).meta({ label: "Ties", help: "By kind, the ids of the other records." }),
  }),
});
