import { defineApi } from "../kit/api.ts";
import { v0Credential } from "./credential.ts";

/** v0's platform API, version 2. */
export const v0 = defineApi({
  label: "v0",
  credential: v0Credential,
  baseUrl: "https://api.v0.dev/v2",
  authorize: ({ token }, { headers }) => headers.set("authorization", `Bearer ${token}`),
});
