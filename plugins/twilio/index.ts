import { definePlugin } from "../kit/define-plugin.ts";
import { cancelMessage } from "./actions/cancel-message.ts";
import { checkVerification } from "./actions/check-verification.ts";
import { deleteMessage } from "./actions/delete-message.ts";
import { endCall } from "./actions/end-call.ts";
import { getCall } from "./actions/get-call.ts";
import { getMessage } from "./actions/get-message.ts";
import { listCalls } from "./actions/list-calls.ts";
import { listMessages } from "./actions/list-messages.ts";
import { listPhoneNumbers } from "./actions/list-phone-numbers.ts";
import { listVerifyServices } from "./actions/list-verify-services.ts";
import { lookupPhoneNumber } from "./actions/lookup-phone-number.ts";
import { makeCall } from "./actions/make-call.ts";
import { sendSms } from "./actions/send-sms.ts";
import { sendVerification } from "./actions/send-verification.ts";
import { sendWhatsapp } from "./actions/send-whatsapp.ts";
import { twilioCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "twilio",
  label: "Twilio",
  description: "SMS, WhatsApp, calls and codes to check phone numbers.",
  docs: "https://www.twilio.com/docs/usage/api",
  credential: twilioCredential,
  actions: [
    sendSms,
    sendWhatsapp,
    listMessages,
    getMessage,
    cancelMessage,
    deleteMessage,
    makeCall,
    getCall,
    listCalls,
    endCall,
    lookupPhoneNumber,
    sendVerification,
    checkVerification,
    listVerifyServices,
    listPhoneNumbers,
  ],
});
