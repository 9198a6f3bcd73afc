/** An id that Google Calendar takes for a new event (base32hex, which hexadecimal digits are a part of), always the same for a key. */
export async function eventIdOf(key: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key));
  return Array.from(new Uint8Array(digest).slice(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
