import { defineApi } from "../kit/api.ts";
import { firecrawlCredential } from "./credential.ts";

/** Firecrawl's HTTP API, version 2. */
export const firecrawl = defineApi({
  label: "Firecrawl",
  credential: firecrawlCredential,
  baseUrl: "https://api.firecrawl.dev/v2",
  authorize: ({ token }, { headers }) => headers.set("authorization", `Bearer ${token}`),
  refuses: (body) => body?.success === false,
  readError: (body, { status }) => {
    // A large document goes on being read after its time is over; asking again later finds it done.
    const seconds = Number(body.details?.retryAfterSeconds);
    return {
      message: body.error,
      ...(status < 300 ? { status: 422 } : {}),
      ...(seconds > 0 ? { retryAfterMs: seconds * 1_000 } : {}),
    };
  },
});
