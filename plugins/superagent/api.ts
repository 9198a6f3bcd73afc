import { defineApi } from "../kit/api.ts";
import { superagentCredential } from "./credential.ts";

/** Superagent's HTTP API. */
export const superagent = defineApi({
  label: "Superagent",
  credential: superagentCredential,
  baseUrl: "https://app.superagent.sh/api",
  authorize: ({ token }, { headers }) => headers.set("authorization", `Bearer ${token}`),
});

/** Models read the whole text before they answer. */
export const TIMEOUT = "2m";
