import { googleCredential } from "../google/credential.ts";
import { definePlugin } from "../kit/define-plugin.ts";
import { addLabels } from "./actions/add-labels.ts";
import { createDraft } from "./actions/create-draft.ts";
import { createLabel } from "./actions/create-label.ts";
import { getAttachment } from "./actions/get-attachment.ts";
import { getMessage } from "./actions/get-message.ts";
import { getThread } from "./actions/get-thread.ts";
import { listLabels } from "./actions/list-labels.ts";
import { markAsRead } from "./actions/mark-as-read.ts";
import { markAsUnread } from "./actions/mark-as-unread.ts";
import { removeLabels } from "./actions/remove-labels.ts";
import { replyToMessage } from "./actions/reply-to-message.ts";
import { searchMessages } from "./actions/search-messages.ts";
import { sendDraft } from "./actions/send-draft.ts";
import { sendMessage } from "./actions/send-message.ts";
import { trashMessage } from "./actions/trash-message.ts";

export const plugin = definePlugin({
  name: "gmail",
  label: "Gmail",
  description: "Google's e-mail: send, answer, search, read and sort messages.",
  docs: "https://developers.google.com/workspace/gmail/api/reference/rest",
  credential: googleCredential,
  actions: [
    sendMessage,
    replyToMessage,
    createDraft,
    sendDraft,
    searchMessages,
    getMessage,
    getThread,
    getAttachment,
    listLabels,
    createLabel,
    addLabels,
    removeLabels,
    markAsRead,
    markAsUnread,
    trashMessage,
  ],
});
