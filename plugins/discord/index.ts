import { definePlugin } from "../kit/define-plugin.ts";
import { addReaction } from "./actions/add-reaction.ts";
import { addRole } from "./actions/add-role.ts";
import { banMember } from "./actions/ban-member.ts";
import { createChannel } from "./actions/create-channel.ts";
import { createForumPost } from "./actions/create-forum-post.ts";
import { createInvite } from "./actions/create-invite.ts";
import { createThread } from "./actions/create-thread.ts";
import { deleteChannel } from "./actions/delete-channel.ts";
import { deleteMessage } from "./actions/delete-message.ts";
import { editMessage } from "./actions/edit-message.ts";
import { getChannel } from "./actions/get-channel.ts";
import { getMember } from "./actions/get-member.ts";
import { getMessage } from "./actions/get-message.ts";
import { listChannels } from "./actions/list-channels.ts";
import { listGuilds } from "./actions/list-guilds.ts";
import { listMembers } from "./actions/list-members.ts";
import { listMessages } from "./actions/list-messages.ts";
import { listRoles } from "./actions/list-roles.ts";
import { pinMessage } from "./actions/pin-message.ts";
import { removeMember } from "./actions/remove-member.ts";
import { removeReaction } from "./actions/remove-reaction.ts";
import { removeRole } from "./actions/remove-role.ts";
import { replyToMessage } from "./actions/reply-to-message.ts";
import { searchMembers } from "./actions/search-members.ts";
import { sendDirectMessage } from "./actions/send-direct-message.ts";
import { sendMessage } from "./actions/send-message.ts";
import { sendWebhookMessage } from "./actions/send-webhook-message.ts";
import { updateChannel } from "./actions/update-channel.ts";
import { discordCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "discord",
  label: "Discord",
  description: "Messages, threads, channels and roles in Discord servers.",
  docs: "https://discord.com/developers/docs/reference",
  credential: discordCredential,
  actions: [
    sendMessage,
    replyToMessage,
    sendDirectMessage,
    sendWebhookMessage,
    editMessage,
    deleteMessage,
    getMessage,
    listMessages,
    addReaction,
    removeReaction,
    pinMessage,
    createThread,
    createForumPost,
    listGuilds,
    listChannels,
    getChannel,
    createChannel,
    updateChannel,
    deleteChannel,
    createInvite,
    listMembers,
    searchMembers,
    getMember,
    listRoles,
    addRole,
    removeRole,
    removeMember,
    banMember,
  ],
});
