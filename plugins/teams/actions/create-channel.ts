import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel, teamId } from "../fields.ts";

/** Creates a channel in a team. */
export const createChannel = defineAction({
  name: "createChannel",
  label: "Create a channel",
  description: "Creates a channel in a team. An administrator must allow it (Channel.Create).",
  input: z.strictObject({
    teamId,
    displayName: z.string().min(1).max(50).meta({ label: "Name", example: "Order 1001" }),
    description: z.string().max(1024).optional().meta({ label: "Description", example: "All about the order" }),
    membershipType: z
      .enum(["standard", "private"])
      .optional()
      .meta({ label: "Kind", help: "A private channel needs an owner.", default: "standard", example: "private" }),
    owner: z
      .string()
      .optional()
      .meta({
        label: "Owner",
        help: "The id or e-mail address of a member of the team.",
        example: "ada@contoso.com",
        shownWhen: { field: "membershipType", is: ["private"] },
      }),
  }),
  output: channel,
});
