import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2);

/** What OWASP asks of Argon2id at least: 19 MiB, two passes, one lane. */
const [MEMORY_KIB, PASSES, LANES] = [19_456, 2, 1];
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const SHAPE = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Argon2id with a salt of its own, in the PHC format, which carries its parameters: raising them leaves older hashes valid. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await argon2id(password, { salt, memory: MEMORY_KIB, passes: PASSES, lanes: LANES, bytes: HASH_BYTES });
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** False for a wrong password and for what is no hash of ours; the time it takes does not depend on where they differ. */
export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const [, memory, passes, lanes, salt, digest] = SHAPE.exec(hash) ?? [];
  if (salt === undefined || digest === undefined) return false;
  const expected = Buffer.from(digest, "base64");
  const actual = await argon2id(password, {
    salt: Buffer.from(salt, "base64"),
    memory: Number(memory),
    passes: Number(passes),
    lanes: Number(lanes),
    bytes: expected.length,
  });
  return timingSafeEqual(actual, expected);
}

interface Parameters {
  readonly salt: Buffer;
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
  readonly bytes: number;
}

function argon2id(password: string, { salt, memory, passes, lanes, bytes }: Parameters): Promise<Buffer> {
  // The same characters, however a keyboard composes them.
  const message = Buffer.from(password.normalize("NFKC"), "utf8");
  return derive("argon2id", { message, nonce: salt, memory, passes, parallelism: lanes, tagLength: bytes });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll("=", "");
}
