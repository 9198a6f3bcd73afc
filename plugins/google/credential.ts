import { defineCredential } from "../kit/define-credential.ts";

/** What the four services may do in a person's or a service account's name. */
export const googleScopes = [
  "https://www.googleapis.com/auth/spreadsheets",
  "https://www.googleapis.com/auth/drive",
  "https://www.googleapis.com/auth/gmail.modify",
  "https://www.googleapis.com/auth/calendar",
];

/** One credential for Sheets, Gmail, Drive and Calendar: a person's access token, or the key of a service account. */
export const googleCredential = defineCredential(
  "google",
  {
    token: {
      label: "Access token",
      help: "Comes with signing in; or set a service account instead.",
      env: "GOOGLE_ACCESS_TOKEN",
      optional: true,
    },
    serviceAccountKey: {
      label: "Service account key",
      help: "The whole JSON file from the Google Cloud console. Share the documents with the account's e-mail address.",
      env: "GOOGLE_SERVICE_ACCOUNT_KEY",
      optional: true,
    },
    subject: {
      label: "Act as",
      help: "The person a service account acts for; needs domain-wide delegation. Gmail needs it.",
      env: "GOOGLE_SUBJECT",
      secret: false,
      optional: true,
    },
    baseUrl: { label: "Base URL", help: "For a proxy or a mock of the APIs.", env: "GOOGLE_BASE_URL", secret: false, optional: true },
  },
  {
    oauth: {
      authorizeUrl: "https://accounts.google.com/o/oauth2/v2/auth",
      tokenUrl: "https://oauth2.googleapis.com/token",
      revokeUrl: "https://oauth2.googleapis.com/revoke",
      scopes: googleScopes,
      authorizeParams: { access_type: "offline", prompt: "consent" },
    },
  },
);
