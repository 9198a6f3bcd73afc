import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { organization, privateMetadata, publicMetadata } from "../fields.ts";

/** Adds an organization, with a user as its first administrator if you like. */
export const createOrganization = defineAction({
  name: "createOrganization",
  label: "Create an organization",
  description: "Adds an organization, with a user as its first administrator if you like.",
  input: z.strictObject({
    name: z.string().min(1).max(256).meta({ label: "Name", example: "Acme" }),
    slug: z.string().optional().meta({ label: "Slug", help: "Its name in addresses, where the instance uses slugs.", example: "acme" }),
    created_by: z
      .string()
      .optional()
      .meta({
        label: "Administrator",
        help: "The id of a user.",
        example: "user_29w83sxmDNGwOuEthce5gg56FcC",
        options: { action: "listUsers", list: "users", value: "id", label: "username" },
      }),
    max_allowed_memberships: z.int().min(0).optional().meta({ label: "Most members", help: "0 for any number.", example: 5 }),
    public_metadata: publicMetadata,
    private_metadata: privateMetadata,
  }),
  output: organization,
});
