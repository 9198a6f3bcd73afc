import { z } from "zod";

export const to = z.string().meta({ label: "To", help: "A phone number with its country, such as +41446681800.", example: "+15558675310" });

export const from = z.string().meta({
  label: "From",
  help: "One of your Twilio numbers.",
  example: "+15017122661",
  options: { action: "listPhoneNumbers", list: "phoneNumbers", value: "phone_number", label: "friendly_name" },
});

export const messagingServiceSid = z
  .string()
  .optional()
  .meta({ label: "Messaging service", help: "In place of a number. Begins with MG.", example: "MG9752274e9e519418a7406176694466fa" });

export const messageSid = z
  .string()
  .meta({ label: "Message SID", help: "Begins with SM or MM.", example: "SM1f0e8ae6ade43cb3c0ce4525424e404f" });
export const callSid = z.string().meta({ label: "Call SID", help: "Begins with CA.", example: "CA42ed11f93dc08b952027ffbc406d0868" });

export const serviceSid = z.string().meta({
  label: "Verify service",
  help: "Begins with VA.",
  example: "VAa54a3d0e1c4f6b2c8d9e0f1a2b3c4d5e",
  options: { action: "listVerifyServices", list: "services", value: "sid", label: "friendly_name" },
});

export const statusCallback = z
  .string()
  .optional()
  .meta({ label: "Tell this address", help: "It is called when the status changes.", example: "https://example.com/status" });

export const limit = z.int().min(1).max(10_000).optional().meta({ label: "At most", default: 100, example: 3 });

/** A message as Twilio gives it. */
export const message = z.object({
  sid: z.string(),
  status: z.string().meta({ help: "queued, sending, sent, delivered, undelivered, failed, received, scheduled or canceled." }),
  to: z.string().nullish(),
  from: z.string().nullish(),
  body: z.string().nullish(),
  direction: z.string().nullish(),
  num_segments: z.string().nullish(),
  num_media: z.string().nullish(),
  price: z.string().nullish(),
  price_unit: z.string().nullish(),
  error_code: z.number().nullish(),
  error_message: z.string().nullish(),
  messaging_service_sid: z.string().nullish(),
  date_created: z.string().nullish(),
  date_sent: z.string().nullish(),
});

/** A call as Twilio gives it. */
export const call = z.object({
  sid: z.string(),
  status: z.string().meta({ help: "queued, ringing, in-progress, completed, busy, failed, no-answer or canceled." }),
  to: z.string().nullish(),
  from: z.string().nullish(),
  direction: z.string().nullish(),
  duration: z.string().nullish().meta({ help: "Seconds, as text; after the call." }),
  answered_by: z.string().nullish(),
  price: z.string().nullish(),
  start_time: z.string().nullish(),
  end_time: z.string().nullish(),
});

export const verification = z.object({
  sid: z.string(),
  status: z.string().meta({ help: "pending, approved, canceled, max_attempts_reached, deleted, failed or expired." }),
  valid: z.boolean().nullish(),
  to: z.string().nullish(),
  channel: z.string().nullish(),
});

export const deleted = z.object({ sid: z.string(), deleted: z.literal(true) });
