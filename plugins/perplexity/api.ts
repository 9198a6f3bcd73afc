import { defineApi } from "../kit/api.ts";
import { perplexityCredential } from "./credential.ts";

/** Perplexity's HTTP API. */
export const perplexity = defineApi({
  label: "Perplexity",
  credential: perplexityCredential,
  baseUrl: "https://api.perplexity.ai",
  authorize: ({ token }, { headers }) => headers.set("authorization", `Bearer ${token}`),
});
