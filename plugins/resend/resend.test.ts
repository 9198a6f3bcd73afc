import { join } from "node:path";
import { describeService } from "../kit/contract/describe-service.ts";
import { plugin } from "./index.ts";

describeService(plugin, {
  contract: join(import.meta.dirname, "contract.yaml"),
  vendor: "resend",
  environment: { RESEND_API_KEY: "re_contract" },
  idempotencyHeader: "Idempotency-Key",
  failure: (statusCode, message) => ({ statusCode, message, name: "validation_error" }),
  actions: {
    sendEmail: {
      calls: [{ method: "POST", url: "/emails", body: { from: "Shop <orders@example.com>", reply_to: "help@example.com" } }],
    },
    sendBatch: { calls: [{ method: "POST", url: "/emails/batch", body: [{ to: "ada@example.com" }] }] },
    listDomains: { calls: [{ method: "GET", url: "/domains?limit=3" }], output: { domains: [{ name: "example.com" }] } },
  },
});
