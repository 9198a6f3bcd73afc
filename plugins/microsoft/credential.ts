import { defineCredential } from "../kit/define-credential.ts";

/**
 * What a person can allow without an administrator. Reading the messages of channels (ChannelMessage.Read.All) and creating channels
 * (Channel.Create) need one; a connection may list them. Source: learn.microsoft.com/graph/permissions-reference.
 */
const scopes = [
  "offline_access",
  "User.Read",
  "Mail.ReadWrite",
  "Mail.Send",
  "Calendars.ReadWrite",
  "Team.ReadBasic.All",
  "Channel.ReadBasic.All",
  "ChannelMessage.Send",
  "Chat.ReadWrite",
];

/** One credential for Outlook and Teams: a person's access token, or an application of the organization that acts for one of its people. */
export const microsoftCredential = defineCredential(
  "microsoft",
  {
    token: {
      label: "Access token",
      help: "Comes with signing in; or set an application instead.",
      env: "MICROSOFT_ACCESS_TOKEN",
      optional: true,
    },
    tenantId: { label: "Tenant", help: "Of the application.", env: "MICROSOFT_TENANT_ID", secret: false, optional: true },
    clientId: { label: "Application id", env: "MICROSOFT_CLIENT_ID", secret: false, optional: true },
    clientSecret: {
      label: "Client secret",
      help: "Of an application with permissions of its own, from entra.microsoft.com.",
      env: "MICROSOFT_CLIENT_SECRET",
      optional: true,
    },
    user: {
      label: "Act for",
      help: "The e-mail address of the person whose mailbox and calendar an application uses.",
      env: "MICROSOFT_USER",
      secret: false,
      optional: true,
    },
    baseUrl: { label: "Base URL", help: "For a proxy or a mock of the APIs.", env: "MICROSOFT_BASE_URL", secret: false, optional: true },
  },
  {
    oauth: {
      authorizeUrl: "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
      tokenUrl: "https://login.microsoftonline.com/common/oauth2/v2.0/token",
      scopes,
      authorizeParams: { prompt: "select_account" },
    },
  },
);
