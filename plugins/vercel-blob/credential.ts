import { defineCredential } from "../kit/define-credential.ts";

export const vercelBlobCredential = defineCredential("vercelBlob", {
  token: {
    label: "Read-write token",
    help: "Of the store, from its page on Vercel; it begins with vercel_blob_rw_.",
    env: "BLOB_READ_WRITE_TOKEN",
  },
  baseUrl: { label: "Base URL", help: "For a proxy or a mock of the API.", env: "VERCEL_BLOB_API_URL", secret: false, optional: true },
});
