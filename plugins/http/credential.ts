import { defineCredential } from "../kit/define-credential.ts";

/** What an HTTP call may authenticate with; which of it is used, the action's `auth` says. */
export const httpCredential = defineCredential("http", {
  token: { label: "Bearer token", env: "HTTP_TOKEN", optional: true },
  username: { label: "User name", env: "HTTP_USERNAME", secret: false, optional: true },
  password: { label: "Password", env: "HTTP_PASSWORD", optional: true },
  key: { label: "API key", env: "HTTP_KEY", optional: true },
  hosts: {
    label: "Allowed hosts",
    help: "Hosts this credential may be sent to, separated by commas; any host when empty.",
    env: "HTTP_HOSTS",
    secret: false,
    optional: true,
  },
});
