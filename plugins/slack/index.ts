import { definePlugin } from "../kit/define-plugin.ts";
import { addReaction } from "./actions/add-reaction.ts";
import { archiveChannel } from "./actions/archive-channel.ts";
import { createChannel } from "./actions/create-channel.ts";
import { deleteFile } from "./actions/delete-file.ts";
import { deleteMessage } from "./actions/delete-message.ts";
import { deleteScheduledMessage } from "./actions/delete-scheduled-message.ts";
import { downloadFile } from "./actions/download-file.ts";
import { findUserByEmail } from "./actions/find-user-by-email.ts";
import { getChannel } from "./actions/get-channel.ts";
import { getFile } from "./actions/get-file.ts";
import { getPermalink } from "./actions/get-permalink.ts";
import { getUser } from "./actions/get-user.ts";
import { inviteToChannel } from "./actions/invite-to-channel.ts";
import { joinChannel } from "./actions/join-channel.ts";
import { listChannelMembers } from "./actions/list-channel-members.ts";
import { listChannels } from "./actions/list-channels.ts";
import { listMessages } from "./actions/list-messages.ts";
import { listReplies } from "./actions/list-replies.ts";
import { listUsers } from "./actions/list-users.ts";
import { openConversation } from "./actions/open-conversation.ts";
import { openModal } from "./actions/open-modal.ts";
import { pinMessage } from "./actions/pin-message.ts";
import { removeReaction } from "./actions/remove-reaction.ts";
import { replyInThread } from "./actions/reply-in-thread.ts";
import { scheduleMessage } from "./actions/schedule-message.ts";
import { sendEphemeral } from "./actions/send-ephemeral.ts";
import { sendMessage } from "./actions/send-message.ts";
import { setChannelTopic } from "./actions/set-channel-topic.ts";
import { updateMessage } from "./actions/update-message.ts";
import { updateModal } from "./actions/update-modal.ts";
import { uploadFile } from "./actions/upload-file.ts";
import { slackCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "slack",
  label: "Slack",
  description: "Messages, threads, files and modals in Slack.",
  docs: "https://docs.slack.dev/reference/methods",
  credential: slackCredential,
  actions: [
    sendMessage,
    replyInThread,
    sendEphemeral,
    scheduleMessage,
    deleteScheduledMessage,
    updateMessage,
    deleteMessage,
    getPermalink,
    listMessages,
    listReplies,
    addReaction,
    removeReaction,
    pinMessage,
    uploadFile,
    getFile,
    deleteFile,
    listChannels,
    getChannel,
    createChannel,
    archiveChannel,
    joinChannel,
    inviteToChannel,
    setChannelTopic,
    listChannelMembers,
    openConversation,
    listUsers,
    getUser,
    findUserByEmail,
    openModal,
    updateModal,
    downloadFile,
  ],
});
