import { z } from "zod";

/** A channel that a person chooses from a list, or names. */
export const channel = z.string().meta({
  label: "Channel",
  help: "Its id. A person's id sends a direct message.",
  example: "C024BE91L",
  options: { action: "listChannels", list: "channels", value: "id", label: "name" },
});

/** The time of a message, which is its id within the channel. */
export const timestamp = z.string().meta({ label: "Message", help: "The ts of the message.", example: "1503435956.000247" });

export const userId = z.string().meta({
  label: "User",
  help: "The user's id.",
  example: "U061F7AUR",
  options: { action: "listUsers", list: "members", value: "id", label: "name" },
});

const block = z.record(z.string(), z.any());

/** What a message says. */
export const content = {
  text: z.string().meta({
    label: "Text",
    help: "Also what notifications show when there are blocks.",
    multiline: true,
    example: "Order *1001* has been paid.",
  }),
  blocks: z
    .array(block)
    .max(50)
    .optional()
    .meta({
      label: "Blocks",
      help: "Block Kit; made with app.slack.com/block-kit-builder.",
      code: "json",
      example: [{ type: "section", text: { type: "mrkdwn", text: "Order *1001* has been paid." } }],
    }),
  attachments: z
    .array(block)
    .max(100)
    .optional()
    .meta({
      label: "Attachments",
      help: "For a coloured bar beside the text.",
      code: "json",
      example: [{ color: "#36a64f", text: "Paid" }],
    }),
};

/** How a message is shown. */
export const appearance = {
  unfurl_links: z.boolean().optional().meta({ label: "Preview links", example: false }),
  unfurl_media: z.boolean().optional().meta({ label: "Preview media", example: false }),
  username: z.string().optional().meta({ label: "Name of the sender", help: "Needs the scope chat:write.customize.", example: "Shop" }),
  icon_emoji: z.string().optional().meta({ label: "Emoji of the sender", example: ":package:" }),
  icon_url: z.string().optional().meta({ label: "Picture of the sender", example: "https://example.com/shop.png" }),
};

export const limit = z.int().min(1).max(10_000).optional().meta({ label: "At most", default: 100, example: 3 });

/** A message as lists give it. */
export const message = z.object({
  ts: z.string(),
  type: z.string().optional(),
  subtype: z.string().optional(),
  text: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  username: z.string().optional(),
  thread_ts: z.string().optional(),
  reply_count: z.number().optional(),
  files: z
    .array(z.object({ id: z.string(), name: z.string().nullish(), mimetype: z.string().optional(), url_private: z.string().optional() }))
    .optional(),
  reactions: z.array(z.object({ name: z.string(), count: z.number(), users: z.array(z.string()) })).optional(),
});

/** What is known of a message that was just sent. */
export const sentMessage = z.object({
  channel: z.string(),
  ts: z.string().meta({ label: "Message", help: "Its time, which is its id: thread_ts of a reply." }),
  message: message.partial().optional(),
});

const remark = z.object({ value: z.string() });

/** A channel, or a direct message, which has no name. */
export const conversation = z.object({
  id: z.string(),
  name: z.string().optional(),
  is_private: z.boolean().optional(),
  is_archived: z.boolean().optional(),
  is_member: z.boolean().optional(),
  is_im: z.boolean().optional(),
  num_members: z.number().optional(),
  created: z.number().optional(),
  creator: z.string().optional(),
  user: z.string().optional().meta({ help: "The other person of a direct message." }),
  topic: remark.optional(),
  purpose: remark.optional(),
});

/** A person or a bot. */
export const member = z.object({
  id: z.string(),
  team_id: z.string().optional(),
  name: z.string(),
  real_name: z.string().optional(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  is_admin: z.boolean().optional(),
  tz: z.string().nullish(),
  profile: z.object({
    email: z.string().optional(),
    display_name: z.string().optional(),
    real_name: z.string().optional(),
    title: z.string().optional(),
    phone: z.string().optional(),
    status_text: z.string().optional(),
    status_emoji: z.string().optional(),
    image_192: z.string().optional(),
  }),
});

/** A file that Slack has. */
export const file = z.object({
  id: z.string(),
  name: z.string().nullish(),
  title: z.string().nullish(),
  mimetype: z.string().optional(),
  size: z.number().optional(),
  permalink: z.string().optional(),
  url_private: z.string().optional(),
});

/** A modal, as Slack keeps it. */
export const view = z.object({
  id: z.string(),
  hash: z.string().optional(),
  callback_id: z.string().optional(),
  private_metadata: z.string().optional(),
});

export const done = z.object({ ok: z.literal(true) });
