/** A phone number as Twilio writes it for WhatsApp. */
export function whatsappAddress(number: string): string {
  return number.startsWith("whatsapp:") ? number : `whatsapp:${number}`;
}
