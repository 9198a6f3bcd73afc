import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, user } from "../fields.ts";

/** Lists users, newest first, all of them or those that match. */
export const listUsers = defineAction({
  name: "listUsers",
  label: "List users",
  description: "Lists users, newest first, all of them or those that match.",
  input: z.strictObject({
    email_address: z
      .array(z.string())
      .max(100)
      .optional()
      .meta({ label: "E-mail addresses", help: "Those who have one of these.", example: ["ada@example.com"] }),
    external_id: z
      .array(z.string())
      .max(100)
      .optional()
      .meta({ label: "Your ids", help: "Those who have one of these.", example: ["6735"] }),
    organization_id: z
      .array(z.string())
      .max(100)
      .optional()
      .meta({ label: "Organizations", help: "The ids of those whose members to list.", example: ["org_29w9IfBrPmcpi0IeBVaKtA7R94W"] }),
    query: z.string().optional().meta({ label: "With", help: "A part of a name, an address, a number or an id.", example: "ada" }),
    banned: z.boolean().optional().meta({ label: "Banned", example: false }),
    order_by: z
      .enum([
        "created_at",
        "-created_at",
        "updated_at",
        "-updated_at",
        "last_sign_in_at",
        "-last_sign_in_at",
        "last_active_at",
        "-last_active_at",
      ])
      .optional()
      .meta({ label: "Order", help: "With - the newest first.", default: "-created_at", example: "-last_sign_in_at" }),
    limit,
  }),
  output: z.object({ users: z.array(user).meta({ label: "Users" }) }),
});
