import { defineApi } from "../kit/api.ts";
import { airtableCredential } from "./credential.ts";

/** Who calls too often is let in again after this long (https://airtable.com/developers/web/api/rate-limits). */
const PENALTY_MS = 30_000;

/** Airtable's Web API. */
export const airtable = defineApi({
  label: "Airtable",
  credential: airtableCredential,
  baseUrl: "https://api.airtable.com",
  authorize: ({ token }, { headers }) => headers.set("authorization", `Bearer ${token}`),
  readError: ({ error, errors }, { status, headers }) => ({
    // Some failures have but a name; those of limits come in a list.
    message: typeof error === "string" ? error : (error?.message ?? error?.type ?? errors?.[0]?.message),
    retryAfterMs: status === 429 && headers["retry-after"] === undefined ? PENALTY_MS : undefined,
  }),
});
