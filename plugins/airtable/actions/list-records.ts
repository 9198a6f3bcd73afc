import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { listing, place, record } from "../fields.ts";

/** Lists records of a table. */
export const listRecords = defineAction({
  name: "listRecords",
  label: "List records",
  description: "Lists the records of a table, all of them or those of a view or a formula, in an order.",
  input: z.strictObject({
    ...place,
    filterByFormula: z.string().optional().meta({
      label: "Formula",
      help: "In Airtable's own language; true of the records that are wanted.",
      example: "AND({Status}='Open',{Total}>10)",
    }),
    ...listing,
  }),
  output: z.object({ records: z.array(record).meta({ label: "Records" }) }),
});
