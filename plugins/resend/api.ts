import { defineApi } from "../kit/api.ts";
import { resendCredential } from "./credential.ts";

/** Resend's HTTP API. */
export const resend = defineApi({
  label: "Resend",
  credential: resendCredential,
  baseUrl: "https://api.resend.com",
  authorize: ({ token }, { headers }) => headers.set("authorization", `Bearer ${token}`),
  idempotencyHeader: "Idempotency-Key",
});
