import { encodeBase64 } from "../kit/base64.ts";
import { fatal } from "../kit/failure.ts";

/** A header's text in ASCII: other letters as encoded words (RFC 2047), line breaks as blanks, so that no text becomes another header. */
export function encodeHeader(text: string): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, " ").trim();
  return /^[\x20-\x7e]*$/.test(line) ? line : encodeWords(line);
}

/** Addresses as a header: `Ada Löwe <ada@example.com>`, one or several with commas between. Throws a FatalError for what is no address. */
export function encodeAddresses(addresses: string | readonly string[], field: string): string {
  const all = (typeof addresses === "string" ? [addresses] : addresses).flatMap(splitAddresses);
  return all.map((address) => encodeAddress(address, field)).join(",\r\n ");
}

/** The addresses in a header, one by one. */
export function splitAddresses(header: string): string[] {
  const parts = header.match(/(?:"(?:[^"\\]|\\.)*"|<[^>]*>|[^,"<])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** What stands between the angle brackets, in lower case. */
export function bareAddress(address: string): string {
  return (/<([^<>]*)>\s*$/.exec(address)?.[1] ?? address).trim().toLowerCase();
}

function encodeAddress(address: string, field: string): string {
  const named = /^([^<>]*)<([^<>]*)>$/.exec(address);
  const name = (named?.[1] ?? "")
    .trim()
    .replace(/^"(.*)"$/s, "$1")
    .replace(/\\(.)/g, "$1");
  const bare = (named?.[2] ?? address).trim();
  if (!/^[^\s@<>(),;:"\\\x80-\uffff]+@[^\s@<>(),;:"\\\x80-\uffff]+$/.test(bare)) {
    throw fatal(`"${address.slice(0, 100)}" in ${field} is not an e-mail address.`, { name: "InvalidInput" });
  }
  if (name === "") return bare;
  const encoded = encodeHeader(name);
  return encoded === name && !/^[\w !#$%&'*+\-/=?^`{|}~]*$/.test(name)
    ? `"${name.replace(/["\\]/g, "\\$&")}" <${bare}>`
    : `${encoded} <${bare}>`;
}

const LONGEST_WORD = 45;

function encodeWords(text: string): string {
  const words: string[] = [];
  let word = "";
  for (const character of text) {
    if (new TextEncoder().encode(word + character).length > LONGEST_WORD) {
      words.push(word);
      word = "";
    }
    word += character;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${encodeBase64(new TextEncoder().encode(part))}?=`).join("\r\n ");
}
