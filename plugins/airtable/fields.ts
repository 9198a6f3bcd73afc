import { z } from "zod";

/** Which table is meant. */
export const place = {
  baseId: z
    .string()
    .min(1)
    .meta({
      label: "Base",
      help: "Its address, or the id in it.",
      example: "appLkNDICXNqxSDhG",
      options: { action: "listBases", list: "bases", value: "id", label: "name" },
    }),
  table: z
    .string()
    .min(1)
    .meta({
      label: "Table",
      help: "Its name, or better its id, which stays when the name changes.",
      example: "Orders 2027",
      options: { action: "listTables", list: "tables", value: "id", label: "name" },
    }),
};

export const recordId = z.string().min(1).meta({ label: "Record id", example: "recZOTa4BDWX7Htp8" });

export const fields = z.record(z.string(), z.any()).meta({
  label: "Fields",
  help: "By name. A null empties a cell.",
  example: { Customer: "Ada", Total: 12.5, Status: "Open" },
});

export const typecast = z.boolean().optional().meta({
  label: "Convert texts",
  help: "Airtable then turns texts into what a field holds and adds choices that are missing.",
  default: false,
  example: true,
});

/** A record as most actions give it. */
export const record = z.object({
  id: z.string().meta({ label: "Record id" }),
  createdTime: z.string().meta({ label: "Created" }),
  fields: z.any().meta({ label: "Fields", help: "By name; empty cells are left out.", typeParameter: true }),
});

/** What is listed, and how much of it. */
export const listing = {
  view: z.string().optional().meta({ label: "View", help: "Its name or id; gives its records in its order.", example: "Open orders" }),
  fields: z
    .array(z.string())
    .optional()
    .meta({ label: "Only fields", help: "Their names.", example: ["Customer", "Total"] }),
  sort: z
    .array(z.strictObject({ field: z.string(), direction: z.enum(["asc", "desc"]).optional() }))
    .optional()
    .meta({ label: "Order", example: [{ field: "Total", direction: "desc" }] }),
  limit: z.int().min(1).max(50_000).optional().meta({ label: "At most", default: 100, example: 5 }),
};
