import type { Api } from "../kit/api.ts";
import { defineApi } from "../kit/api.ts";
import { fatal } from "../kit/failure.ts";
import { googleCredential } from "./credential.ts";
import { serviceAccountToken } from "./service-account-token.ts";

/** Limits on the number of calls, which Google sends as 403; a spent daily quota is another matter. */
const RATE_LIMITS = new Set(["rateLimitExceeded", "userRateLimitExceeded"]);

/** One of Google's HTTP APIs; they share a credential and the way they word a failure. */
export function googleApi(label: string, baseUrl: string): Api {
  return defineApi({
    label,
    credential: googleCredential,
    baseUrl,
    authorize: async ({ token, serviceAccountKey, subject, baseUrl: proxy }, { headers }) => {
      if (token === undefined && serviceAccountKey === undefined) {
        throw fatal(`${label} needs a sign-in with Google: GOOGLE_ACCESS_TOKEN or GOOGLE_SERVICE_ACCOUNT_KEY is not set.`, {
          name: "MissingCredential",
        });
      }
      const bearer = token ?? (await serviceAccountToken({ key: serviceAccountKey ?? "", subject, baseUrl: proxy }));
      headers.set("authorization", `Bearer ${bearer}`);
    },
    readError: ({ error }, { status }) => {
      const limited = status === 403 && (error?.errors ?? []).some(({ reason }: { reason?: string }) => RATE_LIMITS.has(reason ?? ""));
      return { message: error?.message, status: limited ? 429 : undefined };
    },
  });
}
