import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { page_id } from "../fields.ts";

/** Moves a page to the trash. */
export const archivePage = defineAction({
  name: "archivePage",
  label: "Archive a page",
  description: "Moves a page to Notion's trash, or takes it out again.",
  input: z.strictObject({
    page_id,
    in_trash: z.boolean().optional().meta({ label: "In the trash", help: "No takes it out again.", default: true, example: true }),
  }),
  output: z.object({
    id: z.string().meta({ label: "Page id" }),
    url: z.string().meta({ label: "Address" }),
    in_trash: z.boolean().meta({ label: "In the trash" }),
  }),
});
