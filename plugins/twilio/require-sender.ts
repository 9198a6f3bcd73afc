import { fatal } from "../kit/failure.ts";

/** Throws a FatalError when a message has nobody it comes from. */
export function requireSender({
  From,
  MessagingServiceSid,
}: {
  From?: string | undefined;
  MessagingServiceSid?: string | undefined;
}): void {
  if (From !== undefined || MessagingServiceSid !== undefined) return;
  throw fatal("A message needs a number it comes from (From) or a messaging service (MessagingServiceSid).", { name: "InvalidInput" });
}
