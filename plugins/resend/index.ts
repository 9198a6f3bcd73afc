import { definePlugin } from "../kit/define-plugin.ts";
import { addContactToSegment } from "./actions/add-contact-to-segment.ts";
import { cancelEmail } from "./actions/cancel-email.ts";
import { createBroadcast } from "./actions/create-broadcast.ts";
import { createContact } from "./actions/create-contact.ts";
import { createDomain } from "./actions/create-domain.ts";
import { createSegment } from "./actions/create-segment.ts";
import { deleteBroadcast } from "./actions/delete-broadcast.ts";
import { deleteContact } from "./actions/delete-contact.ts";
import { deleteDomain } from "./actions/delete-domain.ts";
import { deleteSegment } from "./actions/delete-segment.ts";
import { getBroadcast } from "./actions/get-broadcast.ts";
import { getContact } from "./actions/get-contact.ts";
import { getDomain } from "./actions/get-domain.ts";
import { getEmail } from "./actions/get-email.ts";
import { getReceivedEmail } from "./actions/get-received-email.ts";
import { listBroadcasts } from "./actions/list-broadcasts.ts";
import { listContacts } from "./actions/list-contacts.ts";
import { listDomains } from "./actions/list-domains.ts";
import { listEmails } from "./actions/list-emails.ts";
import { listReceivedEmails } from "./actions/list-received-emails.ts";
import { listSegments } from "./actions/list-segments.ts";
import { removeContactFromSegment } from "./actions/remove-contact-from-segment.ts";
import { sendBatch } from "./actions/send-batch.ts";
import { sendBroadcast } from "./actions/send-broadcast.ts";
import { sendEmail } from "./actions/send-email.ts";
import { updateContact } from "./actions/update-contact.ts";
import { updateDomain } from "./actions/update-domain.ts";
import { updateEmail } from "./actions/update-email.ts";
import { verifyDomain } from "./actions/verify-domain.ts";
import { resendCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "resend",
  label: "Resend",
  description: "E-mail for developers.",
  docs: "https://resend.com/docs/api-reference",
  credential: resendCredential,
  actions: [
    sendEmail,
    sendBatch,
    getEmail,
    listEmails,
    updateEmail,
    cancelEmail,
    listReceivedEmails,
    getReceivedEmail,
    listDomains,
    createDomain,
    getDomain,
    updateDomain,
    verifyDomain,
    deleteDomain,
    createContact,
    getContact,
    listContacts,
    updateContact,
    deleteContact,
    addContactToSegment,
    removeContactFromSegment,
    createSegment,
    listSegments,
    deleteSegment,
    createBroadcast,
    sendBroadcast,
    getBroadcast,
    listBroadcasts,
    deleteBroadcast,
  ],
});
