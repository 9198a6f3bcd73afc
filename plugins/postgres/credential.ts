import { defineCredential } from "../kit/define-credential.ts";

export const postgresCredential = defineCredential("postgres", {
  url: {
    label: "Connection URL",
    help: "postgres://user:password@host:5432/database, with ?sslmode=require for TLS.",
    env: "POSTGRES_URL",
  },
});
