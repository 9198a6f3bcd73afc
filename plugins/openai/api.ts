import { defineApi } from "../kit/api.ts";
import { openaiCredential } from "./credential.ts";

/** OpenAI's HTTP API. */
export const openai = defineApi({
  label: "OpenAI",
  credential: openaiCredential,
  baseUrl: "https://api.openai.com/v1",
  authorize: ({ token }, { headers }) => headers.set("authorization", `Bearer ${token}`),
  readError: (body, { headers }) => {
    const wait = Number(headers["retry-after-ms"]);
    return { message: body.error?.message, ...(wait > 0 ? { retryAfterMs: wait } : {}) };
  },
});

/** Speech takes the service about as long as it takes to say. */
export const AUDIO_TIMEOUT = "5m";
