import { defineCredential } from "../kit/define-credential.ts";

export const s3Credential = defineCredential("s3", {
  accessKeyId: { label: "Access key id", env: "AWS_ACCESS_KEY_ID", secret: false },
  secretAccessKey: { label: "Secret access key", env: "AWS_SECRET_ACCESS_KEY" },
  sessionToken: { label: "Session token", help: "Of temporary credentials.", env: "AWS_SESSION_TOKEN", optional: true },
  region: { label: "Region", help: "us-east-1 without one; auto for Cloudflare R2.", env: "AWS_REGION", secret: false, optional: true },
  endpoint: {
    label: "Endpoint",
    help: "Of a service that speaks S3's language, such as R2, MinIO or Spaces; Amazon's own without one.",
    env: "S3_ENDPOINT",
    secret: false,
    optional: true,
  },
});
