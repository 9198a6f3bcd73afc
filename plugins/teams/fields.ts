import { z } from "zod";

export const teamId = z.string().meta({
  label: "Team",
  help: "Its id.",
  example: "fbe2bf47-16c8-47cf-b4a5-4b9b187c508b",
  options: { action: "listTeams", list: "teams", value: "id", label: "displayName" },
});

export const channelId = z
  .string()
  .meta({ label: "Channel", help: "Its id, from the list of channels.", example: "19:4a95f7d8db4c4e7fae857bcebe0623e6@thread.tacv2" });

export const chatId = z.string().meta({
  label: "Chat",
  help: "Its id.",
  example: "19:2da4c29f6d7041eca70b638b43d45437@thread.v2",
  options: { action: "listChats", list: "chats", value: "id", label: "topic" },
});

export const messageId = z.string().meta({ label: "Message id", example: "1616990032035" });

export const messageFields = {
  content: z.string().meta({ label: "Text", multiline: true, code: "html", example: "<p>Order 1001 has been paid.</p>" }),
  contentType: z.enum(["html", "text"]).optional().meta({ label: "Text is", default: "html", example: "html" }),
  importance: z.enum(["normal", "high", "urgent"]).optional().meta({ label: "Importance", default: "normal", example: "high" }),
  card: z
    .record(z.string(), z.any())
    .optional()
    .meta({
      label: "Card",
      help: "An Adaptive Card, from adaptivecards.io/designer.",
      code: "json",
      example: { type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text: "Order 1001" }] },
    }),
};

export const limit = z.int().min(1).max(10_000).optional().meta({ label: "At most", default: 100, example: 3 });

const text = z.object({ contentType: z.string().nullish(), content: z.string().nullish() });

/** A message as Graph gives it. */
export const message = z.object({
  id: z.string(),
  messageType: z.string().nullish(),
  createdDateTime: z.string().nullish(),
  lastModifiedDateTime: z.string().nullish(),
  deletedDateTime: z.string().nullish(),
  subject: z.string().nullish(),
  importance: z.string().nullish(),
  replyToId: z.string().nullish(),
  chatId: z.string().nullish(),
  webUrl: z.string().nullish(),
  body: text.nullish(),
  from: z.object({ user: z.object({ id: z.string().nullish(), displayName: z.string().nullish() }).nullish() }).nullish(),
});

export const channel = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  description: z.string().nullish(),
  membershipType: z.string().nullish().meta({ help: "standard, private or shared." }),
  webUrl: z.string().nullish(),
});

export const chat = z.object({
  id: z.string(),
  topic: z.string().nullish(),
  chatType: z.string().nullish().meta({ help: "oneOnOne, group or meeting." }),
  createdDateTime: z.string().nullish(),
  webUrl: z.string().nullish(),
});
