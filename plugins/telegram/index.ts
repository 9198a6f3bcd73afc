import { definePlugin } from "../kit/define-plugin.ts";
import { answerCallbackQuery } from "./actions/answer-callback-query.ts";
import { answerInlineQuery } from "./actions/answer-inline-query.ts";
import { banChatMember } from "./actions/ban-chat-member.ts";
import { copyMessage } from "./actions/copy-message.ts";
import { createChatInviteLink } from "./actions/create-chat-invite-link.ts";
import { createForumTopic } from "./actions/create-forum-topic.ts";
import { deleteMessage } from "./actions/delete-message.ts";
import { downloadFile } from "./actions/download-file.ts";
import { editMessageCaption } from "./actions/edit-message-caption.ts";
import { editMessageReplyMarkup } from "./actions/edit-message-reply-markup.ts";
import { editMessageText } from "./actions/edit-message-text.ts";
import { forwardMessage } from "./actions/forward-message.ts";
import { getChat } from "./actions/get-chat.ts";
import { getChatAdministrators } from "./actions/get-chat-administrators.ts";
import { getChatMember } from "./actions/get-chat-member.ts";
import { getChatMemberCount } from "./actions/get-chat-member-count.ts";
import { getUpdates } from "./actions/get-updates.ts";
import { leaveChat } from "./actions/leave-chat.ts";
import { pinChatMessage } from "./actions/pin-chat-message.ts";
import { sendAnimation } from "./actions/send-animation.ts";
import { sendAudio } from "./actions/send-audio.ts";
import { sendChatAction } from "./actions/send-chat-action.ts";
import { sendContact } from "./actions/send-contact.ts";
import { sendDocument } from "./actions/send-document.ts";
import { sendLocation } from "./actions/send-location.ts";
import { sendMediaGroup } from "./actions/send-media-group.ts";
import { sendMessage } from "./actions/send-message.ts";
import { sendPhoto } from "./actions/send-photo.ts";
import { sendPoll } from "./actions/send-poll.ts";
import { sendSticker } from "./actions/send-sticker.ts";
import { sendVideo } from "./actions/send-video.ts";
import { sendVoice } from "./actions/send-voice.ts";
import { setChatDescription } from "./actions/set-chat-description.ts";
import { setChatTitle } from "./actions/set-chat-title.ts";
import { setMessageReaction } from "./actions/set-message-reaction.ts";
import { setWebhook } from "./actions/set-webhook.ts";
import { stopPoll } from "./actions/stop-poll.ts";
import { unbanChatMember } from "./actions/unban-chat-member.ts";
import { unpinChatMessage } from "./actions/unpin-chat-message.ts";
import { telegramCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "telegram",
  label: "Telegram",
  description: "Messages, photos, polls and buttons of a Telegram bot.",
  docs: "https://core.telegram.org/bots/api",
  credential: telegramCredential,
  actions: [
    sendMessage,
    sendPhoto,
    sendDocument,
    sendVideo,
    sendAnimation,
    sendAudio,
    sendVoice,
    sendSticker,
    sendMediaGroup,
    sendLocation,
    sendContact,
    sendPoll,
    stopPoll,
    sendChatAction,
    forwardMessage,
    copyMessage,
    editMessageText,
    editMessageCaption,
    editMessageReplyMarkup,
    deleteMessage,
    pinChatMessage,
    unpinChatMessage,
    setMessageReaction,
    answerCallbackQuery,
    answerInlineQuery,
    getUpdates,
    getChat,
    getChatMember,
    getChatAdministrators,
    getChatMemberCount,
    banChatMember,
    unbanChatMember,
    createChatInviteLink,
    createForumTopic,
    setChatTitle,
    setChatDescription,
    leaveChat,
    downloadFile,
    setWebhook,
  ],
});
