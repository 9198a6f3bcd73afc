import { definePlugin } from "../kit/define-plugin.ts";
import { deleteObject } from "./actions/delete-object.ts";
import { getObject } from "./actions/get-object.ts";
import { listObjects } from "./actions/list-objects.ts";
import { presign } from "./actions/presign.ts";
import { putObject } from "./actions/put-object.ts";
import { s3Credential } from "./credential.ts";

export const plugin = definePlugin({
  name: "s3",
  label: "S3 storage",
  description: "Files in Amazon S3, Cloudflare R2, MinIO and whatever speaks the same language.",
  docs: "https://docs.aws.amazon.com/AmazonS3/latest/API/Welcome.html",
  credential: s3Credential,
  actions: [putObject, getObject, listObjects, deleteObject, presign],
});
