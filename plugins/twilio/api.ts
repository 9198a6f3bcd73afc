import { defineApi } from "../kit/api.ts";
import { encodeBase64 } from "../kit/base64.ts";
import { twilioCredential } from "./credential.ts";

export const LOOKUPS = "https://lookups.twilio.com";
export const VERIFY = "https://verify.twilio.com";

/** The path of the account that the credential names. */
export const ACCOUNT = "/2010-04-01/Accounts/-";

/** Twilio's HTTP APIs. */
export const twilio = defineApi({
  label: "Twilio",
  credential: twilioCredential,
  baseUrl: "https://api.twilio.com",
  authorize: ({ accountSid = "", authToken, apiKey }, { headers, url }) => {
    const user = new TextEncoder().encode(`${apiKey ?? accountSid}:${authToken}`);
    headers.set("authorization", `Basic ${encodeBase64(user)}`);
    url.pathname = url.pathname.replace(ACCOUNT, () => `/2010-04-01/Accounts/${encodeURIComponent(accountSid)}`);
  },
  readError: ({ message, code }, { headers }) => ({
    message: code === undefined ? message : `${message} (${code})`,
    requestId: headers["twilio-request-id"],
  }),
});
