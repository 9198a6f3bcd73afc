import { z } from "zod";

const snowflake = z.string().regex(/^\d{1,20}$/, "An id is digits; copy it with the developer mode of Discord.");

export const channelId = snowflake.meta({
  label: "Channel",
  help: "Its id: turn on the developer mode, then copy it.",
  example: "290926798999357250",
});
export const messageId = snowflake.meta({ label: "Message id", example: "334385199974967042" });
export const userId = snowflake.meta({ label: "User id", example: "53908099506183680" });
export const roleId = snowflake.meta({ label: "Role id", example: "41771983423143936" });

export const guildId = snowflake.meta({
  label: "Server",
  help: "Its id.",
  example: "197038439483310086",
  options: { action: "listGuilds", list: "guilds", value: "id", label: "name" },
});

export const reason = z.string().max(512).optional().meta({ label: "Reason", help: "For the audit log.", example: "Spam" });

export const limit = z.int().min(1).max(10_000).optional().meta({ label: "At most", default: 100, example: 3 });

const embed = z.strictObject({
  title: z.string().max(256).optional(),
  description: z.string().max(4096).optional(),
  url: z.string().optional(),
  color: z.int().min(0).max(0xffffff).optional(),
  timestamp: z.string().optional(),
  author: z.strictObject({ name: z.string(), url: z.string().optional(), icon_url: z.string().optional() }).optional(),
  fields: z
    .array(z.strictObject({ name: z.string(), value: z.string(), inline: z.boolean().optional() }))
    .max(25)
    .optional(),
  image: z.strictObject({ url: z.string() }).optional(),
  thumbnail: z.strictObject({ url: z.string() }).optional(),
  footer: z.strictObject({ text: z.string(), icon_url: z.string().optional() }).optional(),
});

/** What a message holds when it is sent or edited. */
export const content = {
  content: z.string().max(2000).optional().meta({
    label: "Text",
    help: "Markdown, at most 2000 characters. A message needs a text, an embed or a file.",
    multiline: true,
    example: "Order **1001** has been paid.",
  }),
  embeds: z
    .array(embed)
    .max(10)
    .optional()
    .meta({
      label: "Embeds",
      help: "Boxes with a title, a colour and fields.",
      example: [{ title: "Order 1001", description: "Paid", color: 5763719, fields: [{ name: "Total", value: "42.00", inline: true }] }],
    }),
  components: z
    .array(z.record(z.string(), z.any()))
    .max(5)
    .optional()
    .meta({
      label: "Buttons",
      help: "Rows of components.",
      code: "json",
      example: [{ type: 1, components: [{ type: 2, style: 5, label: "Open", url: "https://example.com" }] }],
    }),
  allowed_mentions: z
    .strictObject({
      parse: z.array(z.enum(["users", "roles", "everyone"])).optional(),
      users: z.array(snowflake).max(100).optional(),
      roles: z.array(snowflake).max(100).optional(),
      replied_user: z.boolean().optional(),
    })
    .optional()
    .meta({ label: "Who may be mentioned", help: "An empty parse list mentions nobody.", example: { parse: ["users"] } }),
};

export const files = z
  .array(z.strictObject({ filename: z.string(), content: z.string(), type: z.string().optional(), description: z.string().optional() }))
  .max(10)
  .optional()
  .meta({ label: "Files", help: "The content as base64." });

const user = z.object({
  id: z.string(),
  username: z.string(),
  global_name: z.string().nullish(),
  bot: z.boolean().optional(),
  avatar: z.string().nullish(),
});

/** A message as Discord gives it. */
export const message = z.object({
  id: z.string(),
  channel_id: z.string(),
  content: z.string(),
  timestamp: z.string(),
  edited_timestamp: z.string().nullish(),
  author: user,
  attachments: z.array(
    z.object({ id: z.string(), filename: z.string(), size: z.number(), url: z.string(), content_type: z.string().nullish() }),
  ),
  embeds: z.array(
    z.object({ title: z.string().nullish(), description: z.string().nullish(), url: z.string().nullish(), color: z.number().nullish() }),
  ),
  mentions: z.array(user).optional(),
  pinned: z.boolean().optional(),
});

/** A channel, a thread or a direct message. */
export const channel = z.object({
  id: z.string(),
  type: z.number().meta({ help: "0 text, 2 voice, 4 category, 5 announcements, 11 thread, 15 forum." }),
  name: z.string().nullish(),
  guild_id: z.string().nullish(),
  parent_id: z.string().nullish(),
  topic: z.string().nullish(),
  position: z.number().nullish(),
});

export const role = z.object({
  id: z.string(),
  name: z.string(),
  color: z.number(),
  position: z.number(),
  permissions: z.string(),
  mentionable: z.boolean().optional(),
  managed: z.boolean().optional(),
});

/** A person in a server. */
export const member = z.object({
  user,
  nick: z.string().nullish(),
  roles: z.array(z.string()),
  joined_at: z.string().nullish(),
});

export const done = z.object({ ok: z.literal(true) });
