import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Opens the conversation with one person or a group of up to eight, so that messages can be sent to it. */
export const openConversation = defineAction({
  name: "openConversation",
  label: "Open a direct message",
  description: "Opens the conversation with one person or a group of up to eight, so that messages can be sent to it.",
  input: z.strictObject({
    users: z
      .array(z.string())
      .min(1)
      .max(8)
      .meta({ label: "People", help: "The ids of users.", example: ["U061F7AUR"] }),
  }),
  output: z.object({ id: z.string().meta({ label: "Channel" }) }),
});
