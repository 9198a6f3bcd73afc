import { z } from "zod";

const addresses = z.union([z.string(), z.array(z.string()).max(50)]);

/** The fields of one e-mail. */
export const emailFields = {
  from: z
    .string()
    .meta({ label: "From", help: "An address of a verified domain, with a name if you like.", example: "Shop <orders@example.com>" }),
  to: addresses.meta({ label: "To", help: "One address, or up to 50.", example: "ada@example.com" }),
  subject: z.string().meta({ label: "Subject", example: "Your order" }),
  html: z.string().optional().meta({ label: "HTML", code: "html", example: "<p>It is on its way.</p>" }),
  text: z.string().optional().meta({ label: "Text", multiline: true, help: "For readers without HTML.", example: "It is on its way." }),
  cc: addresses.optional().meta({ label: "Cc", example: ["boss@example.com"] }),
  bcc: addresses.optional().meta({ label: "Bcc", example: "archive@example.com" }),
  reply_to: addresses.optional().meta({ label: "Reply to", example: "help@example.com" }),
  headers: z
    .record(z.string(), z.string())
    .optional()
    .meta({ label: "Headers", example: { "X-Order": "1001" } }),
  tags: z
    .array(z.strictObject({ name: z.string(), value: z.string() }))
    .optional()
    .meta({ label: "Tags", help: "Letters, digits, _ and - only.", example: [{ name: "kind", value: "order" }] }),
};

export const emailId = z.string().meta({ label: "E-mail id", example: "49a3999c-0ce1-4ea6-ab68-afcd6dc2e794" });

export const domainId = z.string().meta({
  label: "Domain",
  help: "Its id.",
  example: "d91cd9bd-1176-453e-8fc1-35364d380206",
  options: { action: "listDomains", list: "domains", value: "id", label: "name" },
});

/** A contact is found by either of its names. */
export const contactId = z
  .string()
  .meta({ label: "Contact", help: "Its id or its e-mail address.", example: "479e3145-dd38-476b-932c-529ceb705947" });

export const segmentId = z.string().meta({
  label: "Segment",
  help: "The id of a group of contacts.",
  example: "78261eea-8f8b-4381-83c6-79fa7120f1cf",
  options: { action: "listSegments", list: "segments", value: "id", label: "name" },
});

export const broadcastId = z.string().meta({
  label: "Broadcast",
  help: "Its id.",
  example: "559ac32e-9ef5-46fb-82a1-b76b840c0f7b",
  options: { action: "listBroadcasts", list: "broadcasts", value: "id", label: "name" },
});

export const limit = z.int().min(1).max(10_000).optional().meta({ label: "At most", default: 100, example: 3 });

const addressList = z.array(z.string()).nullish();

/** An e-mail without its content, and how far it has come. */
export const emailSummary = z.object({
  id: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  created_at: z.string(),
  last_event: z.string().optional().meta({ help: "queued, scheduled, sent, delivered, opened, clicked, bounced, complained, canceled …" }),
  scheduled_at: z.string().nullish(),
  cc: addressList,
  bcc: addressList,
  reply_to: addressList,
});

/** The record that the domain's DNS needs. */
const record = z.object({
  record: z.string(),
  name: z.string(),
  type: z.string(),
  value: z.string(),
  ttl: z.string(),
  status: z.string(),
  priority: z.number().optional(),
});

/** A domain and what its DNS needs to hold. */
export const domain = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  region: z.string(),
  created_at: z.string(),
  open_tracking: z.boolean().optional(),
  click_tracking: z.boolean().optional(),
  records: z.array(record).meta({ label: "DNS records" }),
});

/** Somebody who gets broadcasts. */
export const contact = z.object({
  id: z.string(),
  email: z.string(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
  unsubscribed: z.boolean(),
  created_at: z.string(),
});

/** The fields of a contact besides its address. */
export const contactFields = {
  first_name: z.string().optional().meta({ label: "First name", example: "Ada" }),
  last_name: z.string().optional().meta({ label: "Last name", example: "Lovelace" }),
  unsubscribed: z.boolean().optional().meta({ label: "Gets no broadcasts", default: false, example: false }),
  properties: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .optional()
    .meta({ label: "Properties", help: "Of those that the account has defined.", example: { company_name: "Weavers" } }),
};

export const broadcast = z.object({
  id: z.string(),
  name: z.string().nullish(),
  segment_id: z.string().nullish(),
  status: z.string(),
  created_at: z.string(),
  scheduled_at: z.string().nullish(),
  sent_at: z.string().nullish(),
});

export const receivedEmail = z.object({
  id: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string().nullish(),
  message_id: z.string().nullish(),
  created_at: z.string(),
  cc: addressList,
  bcc: addressList,
  reply_to: addressList,
  attachments: z
    .array(
      z.object({
        id: z.string(),
        filename: z.string().nullish(),
        content_type: z.string().nullish(),
        size: z.number().optional(),
      }),
    )
    .optional(),
});

export const deleted = z.object({ id: z.string(), deleted: z.boolean() });

export const scheduledAt = z
  .string()
  .meta({ label: "Send at", help: "An ISO 8601 time, at most 30 days ahead.", example: "2030-01-01T09:00:00Z" });
