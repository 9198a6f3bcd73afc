import { defineCredential } from "../../../plugins/kit/define-credential.ts";

/** For HTTP calls to LinkedIn's API. Source: learn.microsoft.com/linkedin/shared/authentication/authorization-code-flow; no PKCE in that flow. */
export const linkedin = defineCredential(
  "linkedin",
  { token: { label: "Access token", env: "LINKEDIN_ACCESS_TOKEN" } },
  {
    oauth: {
      authorizeUrl: "https://www.linkedin.com/oauth/v2/authorization",
      tokenUrl: "https://www.linkedin.com/oauth/v2/accessToken",
      revokeUrl: "https://www.linkedin.com/oauth/v2/revoke",
      scopes: ["openid", "profile", "email", "w_member_social"],
      pkce: false,
      clientAuth: "post",
    },
  },
);
