import { z } from "zod";

export const limit = z.int().min(1).max(10_000).optional().meta({ label: "At most", default: 100, example: 3 });

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** Which rows are meant. */
export const filters = z
  .array(
    z.strictObject({
      column: z.string(),
      op: z.enum(["eq", "neq", "gt", "gte", "lt", "lte", "like", "ilike", "is", "in"]),
      value: z.union([scalar, z.null(), z.array(scalar)]),
      not: z.boolean().optional(),
    }),
  )
  .meta({
    label: "Where",
    help: "Conditions that must all hold. is compares with null, true or false; in takes a list; * stands for any text in like and ilike.",
    example: [{ column: "status", op: "eq", value: "open" }],
  });

export const table = z.string().min(1).meta({ label: "Table", help: "Or a view.", example: "orders" });

export const schema = z
  .string()
  .optional()
  .meta({ label: "Schema", help: "Of the database; it must be exposed.", default: "public", example: "shop" });

export const rows = z
  .array(z.record(z.string(), z.any()))
  .min(1)
  .meta({ label: "Rows", help: "By column; a column left out gets its default.", code: "json", example: [{ name: "Ada", total: 12 }] });

export const returned = z.object({ rows: z.array(z.any().meta({ typeParameter: true })).meta({ label: "Rows" }) });

export const bucket = z
  .string()
  .min(1)
  .meta({ label: "Bucket", example: "avatars", options: { action: "listBuckets", list: "buckets", value: "id", label: "name" } });

export const file = z.string().min(1).meta({ label: "Path", help: "In the bucket.", example: "folder/cat.png" });

export const userId = z.string().meta({
  label: "User",
  help: "Their id.",
  example: "d0714948-e8a2-4a3c-9e6b-1f0a2b3c4d5e",
  options: { action: "listUsers", list: "users", value: "id", label: "email" },
});

/** What a person is made of, new or old. */
export const userFields = {
  email: z.string().optional().meta({ label: "E-mail", example: "ada@example.com" }),
  phone: z.string().optional().meta({ label: "Telephone", help: "With country code.", example: "+15551234567" }),
  password: z.string().min(6).optional().meta({ label: "Password", secret: true, example: "a-very-long-secret" }),
  email_confirm: z.boolean().optional().meta({ label: "E-mail counts as confirmed", default: false, example: true }),
  phone_confirm: z.boolean().optional().meta({ label: "Telephone counts as confirmed", default: false, example: true }),
  user_metadata: z
    .record(z.string(), z.any())
    .optional()
    .meta({ label: "User metadata", help: "The user can change it.", code: "json", example: { name: "Ada" } }),
  app_metadata: z
    .record(z.string(), z.any())
    .optional()
    .meta({ label: "App metadata", help: "The user cannot change it.", code: "json", example: { plan: "gold" } }),
};

export const user = z.object({
  id: z.string(),
  email: z.string().optional(),
  phone: z.string().optional(),
  role: z.string().optional(),
  email_confirmed_at: z.string().nullish(),
  phone_confirmed_at: z.string().nullish(),
  invited_at: z.string().nullish(),
  last_sign_in_at: z.string().nullish(),
  banned_until: z.string().nullish(),
  user_metadata: z.record(z.string(), z.any()).nullish(),
  app_metadata: z.record(z.string(), z.any()).nullish(),
  created_at: z.string(),
  updated_at: z.string().optional(),
});

export const fileEntry = z.object({
  name: z.string(),
  id: z.string().nullish().meta({ help: "null for a folder." }),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  metadata: z.object({ size: z.number().optional(), mimetype: z.string().optional() }).nullish(),
});
