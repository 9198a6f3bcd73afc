import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { conversation, limit } from "../fields.ts";

/** Lists the channels of the workspace: public ones, and private ones the app is in. */
export const listChannels = defineAction({
  name: "listChannels",
  label: "List channels",
  description: "Lists the channels of the workspace: public ones, and private ones the app is in.",
  input: z.strictObject({
    types: z
      .array(z.enum(["public_channel", "private_channel", "mpim", "im"]))
      .optional()
      .meta({ label: "Kinds", help: "By default public and private channels.", example: ["public_channel"] }),
    exclude_archived: z.boolean().optional().meta({ label: "Without archived ones", default: true, example: false }),
    limit,
  }),
  output: z.object({ channels: z.array(conversation) }),
});
