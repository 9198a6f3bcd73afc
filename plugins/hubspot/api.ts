import { defineApi } from "../kit/api.ts";
import { hubspotCredential } from "./credential.ts";

/** HubSpot's HTTP API; its paths name the version, which HubSpot keeps for 18 months. */
export const hubspot = defineApi({
  label: "HubSpot",
  credential: hubspotCredential,
  baseUrl: "https://api.hubapi.com",
  authorize: ({ token }, { headers }) => headers.set("authorization", `Bearer ${token}`),
  readError: ({ message, correlationId, errors }, { status }) => ({
    message: message ?? errors?.[0]?.message,
    requestId: correlationId,
    // A batch answers 207 and says in its list what went wrong.
    status: status < 300 ? 400 : undefined,
  }),
  refuses: (body) => (body?.numErrors ?? 0) > 0,
});

/** One page of a list. */
export interface HubspotList<Item> {
  readonly results: readonly Item[];
  readonly paging?: { readonly next?: { readonly after?: string } };
}
