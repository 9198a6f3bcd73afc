import { definePlugin } from "../kit/define-plugin.ts";
import { guard } from "./actions/guard.ts";
import { redact } from "./actions/redact.ts";
import { verify } from "./actions/verify.ts";
import { superagentCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "superagent",
  label: "Superagent",
  description: "Keeps AI safe: guards against attacks, redacts personal data, verifies claims.",
  docs: "https://docs.superagent.sh",
  credential: superagentCredential,
  actions: [guard, redact, verify],
});
