import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Creates a group of contacts. */
export const createSegment = defineAction({
  name: "createSegment",
  label: "Create a segment",
  description: "Creates a group of contacts.",
  input: z.strictObject({
    name: z.string().meta({ label: "Name", example: "Customers" }),
  }),
  output: z.object({ id: z.string() }),
});
