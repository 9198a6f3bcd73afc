import { definePlugin } from "../kit/define-plugin.ts";
import { createChannel } from "./actions/create-channel.ts";
import { createChat } from "./actions/create-chat.ts";
import { listChannelMessages } from "./actions/list-channel-messages.ts";
import { listChannels } from "./actions/list-channels.ts";
import { listChatMessages } from "./actions/list-chat-messages.ts";
import { listChats } from "./actions/list-chats.ts";
import { listReplies } from "./actions/list-replies.ts";
import { listTeams } from "./actions/list-teams.ts";
import { replyToChannelMessage } from "./actions/reply-to-channel-message.ts";
import { sendChannelMessage } from "./actions/send-channel-message.ts";
import { sendChatMessage } from "./actions/send-chat-message.ts";
import { microsoftCredential } from "../microsoft/credential.ts";

export const plugin = definePlugin({
  name: "teams",
  label: "Microsoft Teams",
  description: "Messages, channels and chats in Microsoft Teams.",
  docs: "https://learn.microsoft.com/graph/api/resources/teams-api-overview",
  credential: microsoftCredential,
  actions: [
    sendChannelMessage,
    replyToChannelMessage,
    listChannelMessages,
    listReplies,
    sendChatMessage,
    listChatMessages,
    createChat,
    listChats,
    listTeams,
    listChannels,
    createChannel,
  ],
});
