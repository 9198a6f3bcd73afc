import { fatal } from "./failure.ts";

/** Bytes as base64. */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let offset = 0; offset < bytes.length; offset += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(offset, offset + 0x8000));
  }
  return btoa(binary);
}

/** The bytes of base64, plain or of the kind for URLs. Throws a FatalError that names `field` for anything else. */
export function decodeBase64(text: unknown, field: string): Uint8Array<ArrayBuffer> {
  try {
    if (typeof text !== "string") throw new TypeError("not a text");
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
  } catch {
    throw fatal(`${field} must be base64.`, { name: "InvalidInput" });
  }
}
