import contentApproval from "./graphs/content-approval.json" with { type: "json" };
import csvToSummary from "./graphs/csv-to-summary.json" with { type: "json" };
import errorFallback from "./graphs/error-fallback.json" with { type: "json" };
import githubIssueTriage from "./graphs/github-issue-triage.json" with { type: "json" };
import invoiceToAirtable from "./graphs/invoice-to-airtable.json" with { type: "json" };
import largeOrderApproval from "./graphs/large-order-approval.json" with { type: "json" };
import leadEnrichment from "./graphs/lead-enrichment.json" with { type: "json" };
import onboardingDrip from "./graphs/onboarding-drip.json" with { type: "json" };
import parallelFanOut from "./graphs/parallel-fan-out.json" with { type: "json" };
import refundApproval from "./graphs/refund-approval.json" with { type: "json" };
import rssDigest from "./graphs/rss-digest.json" with { type: "json" };
import stripePaymentToSheet from "./graphs/stripe-payment-to-sheet.json" with { type: "json" };
import supportTriage from "./graphs/support-triage.json" with { type: "json" };
import uptimeCheck from "./graphs/uptime-check.json" with { type: "json" };
import waitForASlowJob from "./graphs/wait-for-a-slow-job.json" with { type: "json" };
import webhookToWebhook from "./graphs/webhook-to-webhook.json" with { type: "json" };
import weeklyReport from "./graphs/weekly-report.json" with { type: "json" };

/** A workflow to start from. */
export interface TemplateEntry {
  readonly id: string;
  readonly tags: readonly string[];
  /** The document as it lies here; one that calls the demonstration shop does so at its usual port. */
  readonly graph: unknown;
}

/** In the order to show them: what works at once first, and the simplest of that first. */
export const TEMPLATES: readonly TemplateEntry[] = [
  { id: "webhook-to-webhook", tags: ["webhook", "start here"], graph: webhookToWebhook },
  { id: "parallel-fan-out", tags: ["loop", "start here"], graph: parallelFanOut },
  { id: "error-fallback", tags: ["errors", "start here"], graph: errorFallback },
  { id: "content-approval", tags: ["approval", "start here"], graph: contentApproval },
  { id: "wait-for-a-slow-job", tags: ["waiting"], graph: waitForASlowJob },
  { id: "uptime-check", tags: ["schedule", "operations"], graph: uptimeCheck },
  { id: "csv-to-summary", tags: ["endpoint", "files"], graph: csvToSummary },
  { id: "large-order-approval", tags: ["approval", "sales"], graph: largeOrderApproval },
  { id: "refund-approval", tags: ["approval", "support"], graph: refundApproval },
  { id: "stripe-payment-to-sheet", tags: ["webhook", "finance"], graph: stripePaymentToSheet },
  { id: "support-triage", tags: ["AI", "support"], graph: supportTriage },
  { id: "github-issue-triage", tags: ["AI", "engineering"], graph: githubIssueTriage },
  { id: "lead-enrichment", tags: ["AI", "sales"], graph: leadEnrichment },
  { id: "invoice-to-airtable", tags: ["AI", "finance", "files"], graph: invoiceToAirtable },
  { id: "rss-digest", tags: ["AI", "schedule"], graph: rssDigest },
  { id: "weekly-report", tags: ["schedule", "reporting"], graph: weeklyReport },
  { id: "onboarding-drip", tags: ["waiting", "marketing"], graph: onboardingDrip },
];
