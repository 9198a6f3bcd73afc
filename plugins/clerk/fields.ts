import { z } from "zod";

export const limit = z.int().min(1).max(1_000).optional().meta({ label: "At most", default: 100, example: 3 });

export const userId = z.string().meta({
  label: "User",
  help: "Its id.",
  example: "user_29w83sxmDNGwOuEthce5gg56FcC",
  options: { action: "listUsers", list: "users", value: "id", label: "username" },
});

export const organizationId = z.string().meta({
  label: "Organization",
  help: "Its id.",
  example: "org_29w9IfBrPmcpi0IeBVaKtA7R94W",
  options: { action: "listOrganizations", list: "organizations", value: "id", label: "name" },
});

export const role = z.string().meta({ label: "Role", help: "Its key, such as org:admin or org:member.", example: "org:member" });

const metadata = z.record(z.string(), z.any()).optional();

export const publicMetadata = metadata.meta({
  label: "Public metadata",
  help: "Seen by the user's browser.",
  code: "json",
  example: { plan: "gold" },
});

export const privateMetadata = metadata.meta({
  label: "Private metadata",
  help: "Seen by servers only.",
  code: "json",
  example: { crm_id: "6735" },
});

export const unsafeMetadata = metadata.meta({
  label: "Unsafe metadata",
  help: "The user's browser can change it.",
  code: "json",
  example: { theme: "dark" },
});

export const redirectUrl = z.string().optional().meta({ label: "After accepting, go to", example: "https://example.com/welcome" });

export const expiresInDays = z.int().min(1).max(365).optional().meta({ label: "Days it is good for", default: 30, example: 7 });

/** What a user is made of, new or old. */
export const userFields = {
  first_name: z.string().optional().meta({ label: "First name", example: "Ada" }),
  last_name: z.string().optional().meta({ label: "Last name", example: "Lovelace" }),
  username: z.string().optional().meta({ label: "User name", example: "ada" }),
  password: z.string().min(8).optional().meta({ label: "Password", secret: true, example: "a-very-long-secret" }),
  skip_password_checks: z.boolean().optional().meta({ label: "Take any password", help: "Even one that has leaked.", example: false }),
  external_id: z.string().optional().meta({ label: "Your id", help: "The user's id in your own system.", example: "6735" }),
};

const anything = z.record(z.string(), z.any());

export const user = z.object({
  id: z.string(),
  external_id: z.string().nullable(),
  username: z.string().nullable(),
  first_name: z.string().nullable(),
  last_name: z.string().nullable(),
  image_url: z.string().optional(),
  primary_email_address_id: z.string().nullable(),
  email_addresses: z.array(z.object({ id: z.string().optional(), email_address: z.string() })),
  phone_numbers: z.array(z.object({ id: z.string().optional(), phone_number: z.string() })),
  public_metadata: anything,
  private_metadata: anything.nullish(),
  unsafe_metadata: anything.optional(),
  banned: z.boolean(),
  locked: z.boolean(),
  last_sign_in_at: z.number().nullable(),
  last_active_at: z.number().nullable(),
  created_at: z.number(),
  updated_at: z.number(),
});

export const invitation = z.object({
  id: z.string(),
  email_address: z.string(),
  status: z.string(),
  url: z.string().optional(),
  revoked: z.boolean().optional(),
  expires_at: z.number().nullish(),
  public_metadata: anything,
  created_at: z.number(),
  updated_at: z.number(),
});

export const organization = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  image_url: z.string().optional(),
  members_count: z.number().optional(),
  max_allowed_memberships: z.number(),
  created_by: z.string().nullish(),
  public_metadata: anything,
  private_metadata: anything.nullish(),
  created_at: z.number(),
  updated_at: z.number(),
});

export const membership = z.object({
  id: z.string(),
  role: z.string(),
  organization: z.object({ id: z.string(), name: z.string(), slug: z.string() }),
  public_user_data: z
    .object({ user_id: z.string(), first_name: z.string().nullable(), last_name: z.string().nullable(), identifier: z.string().nullish() })
    .nullish(),
  created_at: z.number(),
  updated_at: z.number(),
});

export const organizationInvitation = z.object({
  id: z.string(),
  email_address: z.string(),
  role: z.string(),
  organization_id: z.string().optional(),
  status: z.string().optional(),
  url: z.string().nullable(),
  expires_at: z.number().nullable(),
  created_at: z.number(),
  updated_at: z.number(),
});

export const session = z.object({
  id: z.string(),
  user_id: z.string(),
  client_id: z.string(),
  status: z.string(),
  last_active_at: z.number(),
  expire_at: z.number(),
  abandon_at: z.number(),
  created_at: z.number(),
  updated_at: z.number(),
});

export const deleted = z.object({ id: z.string().optional(), deleted: z.boolean() });
