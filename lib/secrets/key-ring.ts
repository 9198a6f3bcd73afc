import type { KeyObject } from "node:crypto";
import { createSecretKey, randomBytes } from "node:crypto";
import { AppError } from "../errors.ts";

/** The bytes of a key never leave this object: printing one shows none of them. */
export interface Key {
  readonly id: string;
  readonly secret: KeyObject;
}

/** The first key seals, every one opens. Never empty. */
export type KeyRing = readonly [Key, ...Key[]];

const ID = /^[A-Za-z0-9_-]{1,32}$/;
const KEY_BYTES = 32;

/** Reads `id:base64key` entries, separated by commas or white space; `source` names the text in errors, which never show a key. */
export function parseKeyRing(text: string, source: string): KeyRing {
  const keys = text
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .map((entry, at) => parseKey(entry, `Entry ${at + 1} of ${source}`));
  const [first, ...rest] = keys;
  if (!first) throw wrongKey(`${source} holds no key.`);
  const twice = keys.find(({ id }, at) => keys.findIndex((other) => other.id === id) !== at);
  if (twice) throw wrongKey(`${source} names the key "${twice.id}" twice.`);
  return [first, ...rest];
}

/** A key of 256 random bits under a new id. */
export function newKey(): Key {
  const day = new Date().toISOString().slice(0, 10).replaceAll("-", "");
  return { id: `k${day}-${randomBytes(4).toString("hex")}`, secret: createSecretKey(randomBytes(KEY_BYTES)) };
}

/** The text that `parseKeyRing` reads: it holds the keys themselves. */
export function printKey(key: Key): string {
  return `${key.id}:${key.secret.export().toString("base64")}`;
}

function parseKey(entry: string, where: string): Key {
  const colon = entry.indexOf(":");
  const id = entry.slice(0, Math.max(0, colon));
  if (!ID.test(id)) throw wrongKey(`${where} does not begin with an id of letters, digits, "-" and "_", and a colon.`);
  const encoded = entry.slice(colon + 1);
  const bytes = Buffer.from(encoded, "base64");
  const isBase64 = /^[A-Za-z0-9+/]+={0,2}$|^[A-Za-z0-9_-]+$/.test(encoded);
  if (!isBase64 || bytes.length !== KEY_BYTES) throw wrongKey(`${where}: the key "${id}" is not ${KEY_BYTES} bytes in base64.`);
  return { id, secret: createSecretKey(bytes) };
}

function wrongKey(message: string): AppError {
  return new AppError("unavailable", message, {
    hint: "Write WEFT_ENCRYPTION_KEYS as id:base64key,… with keys of 32 random bytes, for example from `openssl rand -base64 32`.",
  });
}
