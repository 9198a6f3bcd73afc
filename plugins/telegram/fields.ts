import { z } from "zod";

/** Where a message goes. */
export const chatId = z
  .union([z.int(), z.string()])
  .meta({ label: "Chat", help: "The chat's id, or the @name of a public group or channel.", example: 123456789 });

/** A message of the chat. */
export const messageId = z.int().meta({ label: "Message id", example: 42 });

export const parseMode = z
  .enum(["HTML", "MarkdownV2", "Markdown"])
  .optional()
  .meta({ label: "Formatting", help: "How the text is marked up. Without it, the text is plain.", example: "HTML" });

export const caption = z
  .string()
  .optional()
  .meta({ label: "Caption", help: "At most 1024 characters.", multiline: true, example: "The figures of <b>today</b>" });

const inlineButton = z.strictObject({
  text: z.string(),
  url: z.string().optional(),
  callback_data: z.string().optional(),
  web_app: z.strictObject({ url: z.string() }).optional(),
  copy_text: z.strictObject({ text: z.string() }).optional(),
  switch_inline_query: z.string().optional(),
});

const inlineKeyboardMarkup = z.strictObject({ inline_keyboard: z.array(z.array(inlineButton)) });

const keyButton = z.strictObject({
  text: z.string(),
  request_contact: z.boolean().optional(),
  request_location: z.boolean().optional(),
});

/** Buttons below a message, for messages that are edited. */
export const inlineKeyboard = inlineKeyboardMarkup.optional().meta({
  label: "Buttons",
  help: "Rows of buttons, each with a url or with callback_data (at most 64 bytes).",
  example: { inline_keyboard: [[{ text: "Approve", callback_data: "approve:42" }]] },
});

/** Buttons, keyboards and the question for a reply. */
export const replyMarkup = z
  .union([
    inlineKeyboardMarkup,
    z.strictObject({
      keyboard: z.array(z.array(z.union([z.string(), keyButton]))),
      resize_keyboard: z.boolean().optional(),
      one_time_keyboard: z.boolean().optional(),
      is_persistent: z.boolean().optional(),
      input_field_placeholder: z.string().optional(),
    }),
    z.strictObject({ remove_keyboard: z.literal(true), selective: z.boolean().optional() }),
    z.strictObject({ force_reply: z.literal(true), input_field_placeholder: z.string().optional(), selective: z.boolean().optional() }),
  ])
  .optional()
  .meta({
    label: "Buttons or keyboard",
    help: "Buttons below the message (inline_keyboard), a keyboard in place of the usual one (keyboard), or its removal.",
    example: { inline_keyboard: [[{ text: "Approve", callback_data: "approve:42" }]] },
  });

/** What every message that is sent may have. */
export const sendOptions = {
  message_thread_id: z.int().optional().meta({ label: "Topic", help: "Of a group with topics.", example: 7 }),
  reply_parameters: z
    .strictObject({
      message_id: z.int(),
      chat_id: z.union([z.int(), z.string()]).optional(),
      allow_sending_without_reply: z.boolean().optional(),
      quote: z.string().optional(),
    })
    .optional()
    .meta({ label: "Reply to", help: "The message it answers.", example: { message_id: 41, allow_sending_without_reply: true } }),
  reply_markup: replyMarkup,
  disable_notification: z.boolean().optional().meta({ label: "Without sound", default: false, example: true }),
  protect_content: z.boolean().optional().meta({ label: "Cannot be forwarded or saved", default: false, example: true }),
};

const upload = z.strictObject({ content: z.string(), filename: z.string(), type: z.string().optional() });

/** A file: an address, the id of a file that Telegram has, or its content as base64. */
export const fileSource = z.union([z.string(), upload]);

export const FILE_HELP = "An address, the file_id of a file that Telegram has, or { content, filename, type } with the content as base64.";

const user = z.object({
  id: z.number(),
  is_bot: z.boolean(),
  first_name: z.string(),
  last_name: z.string().optional(),
  username: z.string().optional(),
  language_code: z.string().optional(),
});

const chatParts = {
  id: z.number(),
  type: z.string().meta({ help: "private, group, supergroup or channel." }),
  title: z.string().optional(),
  username: z.string().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
};

const shortChat = z.object(chatParts);

/** A chat with all that Telegram tells of it. */
export const fullChat = z.object({
  ...chatParts,
  bio: z.string().optional(),
  description: z.string().optional(),
  invite_link: z.string().optional(),
  linked_chat_id: z.number().optional(),
  is_forum: z.boolean().optional(),
  slow_mode_delay: z.number().optional(),
});

const fileParts = { file_id: z.string(), file_unique_id: z.string(), file_size: z.number().optional() };
const namedFile = z.object({ ...fileParts, file_name: z.string().optional(), mime_type: z.string().optional() });
const location = z.object({ latitude: z.number(), longitude: z.number() });

export const poll = z.object({
  id: z.string(),
  question: z.string(),
  options: z.array(z.object({ text: z.string(), voter_count: z.number() })),
  total_voter_count: z.number(),
  is_closed: z.boolean(),
  is_anonymous: z.boolean(),
  type: z.string().meta({ help: "regular or quiz." }),
});

const contact = z.object({
  phone_number: z.string(),
  first_name: z.string(),
  last_name: z.string().optional(),
  user_id: z.number().optional(),
});

const messageParts = {
  message_id: z.number(),
  message_thread_id: z.number().optional(),
  date: z.number().meta({ help: "Seconds since 1970." }),
  edit_date: z.number().optional(),
  chat: shortChat,
  from: user.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  media_group_id: z.string().optional(),
  photo: z
    .array(z.object({ ...fileParts, width: z.number(), height: z.number() }))
    .optional()
    .meta({ help: "The same photo in several sizes, the largest last." }),
  document: namedFile.optional(),
  video: namedFile.extend({ duration: z.number() }).optional(),
  animation: namedFile.extend({ duration: z.number() }).optional(),
  audio: namedFile.extend({ duration: z.number(), title: z.string().optional(), performer: z.string().optional() }).optional(),
  voice: z.object({ ...fileParts, duration: z.number(), mime_type: z.string().optional() }).optional(),
  sticker: z.object({ ...fileParts, emoji: z.string().optional(), set_name: z.string().optional() }).optional(),
  location: location.optional(),
  contact: contact.optional(),
  poll: poll.optional(),
};

/** A message as Telegram gives it, with what it tells of the message it answers. */
export const message = z.object({ ...messageParts, reply_to_message: z.object(messageParts).partial().optional() });

/** What a bot learns of with an update. */
export const update = z.object({
  update_id: z.number(),
  message: message.optional(),
  edited_message: message.optional(),
  channel_post: message.optional(),
  edited_channel_post: message.optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: user,
      message: message.optional(),
      inline_message_id: z.string().optional(),
      chat_instance: z.string(),
      data: z.string().optional(),
    })
    .optional()
    .meta({ help: "A button was pressed." }),
  inline_query: z.object({ id: z.string(), from: user, query: z.string(), offset: z.string() }).optional(),
  poll: poll.optional(),
  poll_answer: z.object({ poll_id: z.string(), user: user.optional(), option_ids: z.array(z.number()) }).optional(),
});

/** A member of a chat and what it may do there. */
export const chatMember = z.object({
  user,
  status: z.string().meta({ help: "creator, administrator, member, restricted, left or kicked." }),
  custom_title: z.string().optional(),
  until_date: z.number().optional(),
});

/** The answer of methods that only say that it is done. */
export const done = z.object({ ok: z.literal(true) });
