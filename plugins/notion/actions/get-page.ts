import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { page, page_id } from "../fields.ts";

/** Reads a page's properties. */
export const getPage = defineAction({
  name: "getPage",
  label: "Get a page",
  description: "Reads the title and the properties of a page as plain values. Its content comes with Get a page's content.",
  input: z.strictObject({ page_id }),
  output: page,
});
