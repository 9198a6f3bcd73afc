import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, objectType, propertyNames, record } from "../fields.ts";

const operators = [
  "EQ",
  "NEQ",
  "LT",
  "LTE",
  "GT",
  "GTE",
  "BETWEEN",
  "IN",
  "NOT_IN",
  "HAS_PROPERTY",
  "NOT_HAS_PROPERTY",
  "CONTAINS_TOKEN",
  "NOT_CONTAINS_TOKEN",
] as const;
const value = z.union([z.string(), z.number(), z.boolean()]);

/** Finds records. */
export const searchRecords = defineAction({
  name: "searchRecords",
  label: "Search records",
  description:
    "Finds contacts, companies, deals or tickets by words or by what their properties hold. New records can be found after some seconds.",
  input: z.strictObject({
    objectType,
    query: z.string().optional().meta({ label: "Words", help: "In the properties that HubSpot searches by itself.", example: "engine" }),
    filters: z
      .array(
        z.strictObject({
          propertyName: z.string().min(1),
          operator: z.enum(operators),
          value: value.optional(),
          highValue: value.optional().meta({ help: "The upper end, with BETWEEN." }),
          values: z.array(z.string()).optional().meta({ help: "With IN and NOT_IN." }),
        }),
      )
      .max(6)
      .optional()
      .meta({
        label: "Conditions",
        help: "All of them must hold.",
        example: [
          { propertyName: "amount", operator: "GTE", value: 1000 },
          { propertyName: "dealstage", operator: "IN", values: ["closedwon"] },
        ],
      }),
    sort: z
      .string()
      .optional()
      .meta({ label: "Order", help: "A property; with a minus before it, the largest first.", example: "-createdate" }),
    properties: propertyNames.meta({ label: "Properties", help: "Internal names of those to read.", example: ["dealname", "amount"] }),
    limit,
  }),
  output: z.object({
    records: z.array(record).meta({ label: "Records" }),
    total: z.int().meta({ label: "Total", help: "How many there are, whatever was asked for." }),
  }),
});
