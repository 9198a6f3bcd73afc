import { z } from "zod";

const modelId = z.enum(["v0-mini", "v0-pro", "v0-max", "v0-max-fast"]);

/** What the agent is told. */
export const messageFields = {
  message: z.string().min(1).meta({ label: "Message", multiline: true, example: "Build a page that tracks a parcel." }),
  systemPrompt: z.string().optional().meta({
    label: "System prompt",
    help: "What holds for the whole chat, such as a framework.",
    multiline: true,
    example: "Use Tailwind.",
  }),
  modelId: modelId.optional().meta({ label: "Model", default: "v0-pro", example: "v0-mini" }),
  imageGenerations: z.boolean().optional().meta({ label: "May make images", default: false, example: true }),
  attachments: z
    .array(z.strictObject({ url: z.string().min(1) }))
    .optional()
    .meta({ label: "Attachments", help: "Addresses of screenshots or files.", example: [{ url: "https://example.com/sketch.png" }] }),
};

export const chatId = z
  .string()
  .min(1)
  .meta({
    label: "Chat",
    example: "chat_abc123",
    options: { action: "listChats", list: "chats", value: "id", label: "title" },
  });

export const privacy = z.enum(["public", "private", "team", "team-edit", "unlisted"]);

/** What the agent answers. */
export const replyFields = {
  chatId: z.string().meta({ label: "Chat" }),
  messageId: z.string().meta({ label: "Message" }),
  content: z.string().meta({ label: "Answer", help: "The agent's closing words." }),
  finishReason: z.string().meta({ label: "Why it ended", help: "tool-calls: the agent waits for an answer on v0.app." }),
  editedFiles: z.array(z.string()).meta({ label: "Files it changed" }),
  usage: z
    .object({ tokens: z.object({ total: z.number() }), creditsCost: z.object({ total: z.number() }) })
    .nullable()
    .meta({ label: "Usage" }),
};

/** A chat. */
export const chat = z.object({
  id: z.string(),
  title: z.string().optional(),
  privacy,
  createdAt: z.string(),
  updatedAt: z.string().optional(),
  authorId: z.string(),
  vercelProjectId: z.string().optional(),
  writePermission: z.boolean(),
});
