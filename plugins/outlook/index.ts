import { definePlugin } from "../kit/define-plugin.ts";
import { createDraft } from "./actions/create-draft.ts";
import { createEvent } from "./actions/create-event.ts";
import { deleteEvent } from "./actions/delete-event.ts";
import { deleteMessage } from "./actions/delete-message.ts";
import { forwardMessage } from "./actions/forward-message.ts";
import { getAttachment } from "./actions/get-attachment.ts";
import { getEvent } from "./actions/get-event.ts";
import { getMessage } from "./actions/get-message.ts";
import { listAttachments } from "./actions/list-attachments.ts";
import { listCalendars } from "./actions/list-calendars.ts";
import { listEvents } from "./actions/list-events.ts";
import { listFolders } from "./actions/list-folders.ts";
import { listMessages } from "./actions/list-messages.ts";
import { moveMessage } from "./actions/move-message.ts";
import { replyToMessage } from "./actions/reply-to-message.ts";
import { searchMessages } from "./actions/search-messages.ts";
import { sendDraft } from "./actions/send-draft.ts";
import { sendMail } from "./actions/send-mail.ts";
import { updateEvent } from "./actions/update-event.ts";
import { updateMessage } from "./actions/update-message.ts";
import { microsoftCredential } from "../microsoft/credential.ts";

export const plugin = definePlugin({
  name: "outlook",
  label: "Microsoft Outlook",
  description: "E-mail and calendar of Microsoft 365 and Outlook.com.",
  docs: "https://learn.microsoft.com/graph/api/resources/mail-api-overview",
  credential: microsoftCredential,
  actions: [
    sendMail,
    createDraft,
    sendDraft,
    replyToMessage,
    forwardMessage,
    listMessages,
    searchMessages,
    getMessage,
    updateMessage,
    moveMessage,
    deleteMessage,
    listFolders,
    listAttachments,
    getAttachment,
    createEvent,
    listEvents,
    getEvent,
    updateEvent,
    deleteEvent,
    listCalendars,
  ],
});
