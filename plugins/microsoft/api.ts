import type { Api } from "../kit/api.ts";
import { defineApi } from "../kit/api.ts";
import { fatal } from "../kit/failure.ts";
import { applicationToken } from "./application-token.ts";
import { microsoftCredential } from "./credential.ts";

/** A part of Microsoft Graph; the parts share a credential and the way they word a failure. Paths of one's own begin with `/me`. */
export function graphApi(label: string): Api {
  return defineApi({
    label,
    credential: microsoftCredential,
    baseUrl: "https://graph.microsoft.com/v1.0",
    authorize: async ({ token, tenantId, clientId, clientSecret, user, baseUrl }, { headers, url }) => {
      if (token !== undefined) return headers.set("authorization", `Bearer ${token}`);
      if (tenantId === undefined || clientId === undefined || clientSecret === undefined) {
        throw fatal(
          `${label} needs a sign-in with Microsoft: MICROSOFT_ACCESS_TOKEN is not set, nor are MICROSOFT_TENANT_ID, MICROSOFT_CLIENT_ID and MICROSOFT_CLIENT_SECRET.`,
          { name: "MissingCredential" },
        );
      }
      headers.set("authorization", `Bearer ${await applicationToken({ tenantId, clientId, clientSecret, baseUrl })}`);
      // An application has no mailbox of its own.
      if (user !== undefined) url.pathname = url.pathname.replace(/\/me(?=\/|$)/, () => `/users/${encodeURIComponent(user)}`);
    },
    readError: ({ error }) => ({
      message: error?.code === undefined ? error?.message : `${error.message} (${error.code})`,
      requestId: error?.innerError?.["request-id"],
    }),
  });
}
