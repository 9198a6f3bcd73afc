import { definePlugin } from "../kit/define-plugin.ts";
import { copyBlob } from "./actions/copy-blob.ts";
import { deleteBlobs } from "./actions/delete-blobs.ts";
import { getBlob } from "./actions/get-blob.ts";
import { headBlob } from "./actions/head-blob.ts";
import { listBlobs } from "./actions/list-blobs.ts";
import { putBlob } from "./actions/put-blob.ts";
import { vercelBlobCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "vercelBlob",
  label: "Vercel Blob",
  description: "Files with an address.",
  docs: "https://vercel.com/docs/vercel-blob",
  credential: vercelBlobCredential,
  actions: [putBlob, getBlob, listBlobs, headBlob, copyBlob, deleteBlobs],
});
