import { defineApi } from "../kit/api.ts";
import { vercelBlobCredential } from "./credential.ts";

/** Vercel Blob's HTTP API, as its own client speaks it. */
export const vercelBlob = defineApi({
  label: "Vercel Blob",
  credential: vercelBlobCredential,
  baseUrl: "https://vercel.com/api/blob",
  headers: { "x-api-version": "12" },
  authorize: ({ token = "" }, { headers }) => {
    headers.set("authorization", `Bearer ${token}`);
    headers.set("x-vercel-blob-store-id", storeOf(token));
  },
});

/** The store that a token is for: `vercel_blob_rw_<store>_<secret>`. */
export function storeOf(token: string): string {
  return token.split("_")[3] ?? "";
}
