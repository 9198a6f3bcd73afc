import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { AppError } from "../errors.ts";
import type { Key, KeyRing } from "./key-ring.ts";
import type { KeySource } from "./key-source.ts";
import { findKeySource } from "./key-source.ts";

/** What a ciphertext belongs to. It opens in no other row, workspace or field. */
export interface Place {
  readonly table: "connections" | "authorizations" | "variables" | "ai_settings";
  readonly id: string;
  readonly workspaceId: string;
  /** The field, and whatever else of the row must not be changed behind the ciphertext's back. */
  readonly purpose: string;
}

/** What a row keeps of a secret. */
export interface Sealed {
  readonly ciphertext: Buffer;
  readonly keyId: string;
}

// AES-256-GCM: a version byte, a nonce of 96 random bits, the tag, the ciphertext.
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/** Seals and opens the secrets that the database keeps. */
export class Vault {
  readonly source: KeySource;
  /** Every key ever seen: a record read just before its key was retired still opens. */
  readonly #known = new Map<string, Key>();

  constructor(source: KeySource = findKeySource()) {
    this.source = source;
  }

  /** Reads the keys there are, making none; throws when what is there are no keys. */
  async load(): Promise<void> {
    this.#remember((await this.source.read()) ?? []);
  }

  /** Every key there is now, the one that seals first; makes one when there is none. */
  async keys(): Promise<KeyRing> {
    const found = await this.source.read();
    // A new key beside secrets that only the lost one opens would hide the loss until the next start.
    if (!found && this.#known.size > 0) {
      throw new AppError("unavailable", `${this.source.name} is gone, and with it the encryption keys.`, {
        hint: "Put the file back from a backup. Without one, restart Weft: it makes a new key, and names the secrets to enter again.",
      });
    }
    const ring = found ?? (await this.source.create());
    this.#remember(ring);
    return ring;
  }

  /** Under the newest key. The caller holds the lock that keeps a rotation from passing it by. */
  async seal(plaintext: string, place: Place): Promise<Sealed> {
    const [key] = await this.keys();
    return sealWith(key, plaintext, place);
  }

  /** Throws `unavailable` naming the key when it is not in the ring, and `internal` when the record was altered or moved. */
  async open(sealed: Sealed, place: Place): Promise<string> {
    return openWith(await this.#find(sealed.keyId, place), sealed, place);
  }

  async #find(id: string, place: Place): Promise<Key> {
    // Another process may have made it since. Without a ring there is nothing to open, so none is made here.
    if (!this.#known.has(id)) await this.load();
    const key = this.#known.get(id);
    if (key) return key;
    throw new AppError("unavailable", `The key "${id}", which sealed ${place.table} ${place.id}, is not in ${this.source.name}.`, {
      hint: "Put the key back beside the others, or remove the record and enter it again.",
    });
  }

  /** Whether a key has been read from the source. */
  knows(keyId: string): boolean {
    return this.#known.has(keyId);
  }

  #remember(keys: readonly Key[]): void {
    for (const key of keys) this.#known.set(key.id, key);
  }
}

function sealWith(key: Key, plaintext: string, place: Place): Sealed {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key.secret, nonce);
  cipher.setAAD(boundTo(place));
  const encrypted = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final()]);
  return { ciphertext: Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), encrypted]), keyId: key.id };
}

function openWith(key: Key, { ciphertext }: Sealed, place: Place): string {
  if (ciphertext[0] !== VERSION || ciphertext.length < HEADER_BYTES) throw altered(key, place);
  const nonce = ciphertext.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", key.secret, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo(place));
  decipher.setAuthTag(ciphertext.subarray(1 + NONCE_BYTES, HEADER_BYTES));
  try {
    return Buffer.concat([decipher.update(ciphertext.subarray(HEADER_BYTES)), decipher.final()]).toString("utf8");
  } catch {
    throw altered(key, place);
  }
}

/** JSON, so that no two places give the same bytes. */
function boundTo({ table, id, workspaceId, purpose }: Place): Buffer {
  return Buffer.from(JSON.stringify(["weft", VERSION, table, id, workspaceId, purpose]));
}

function altered(key: Key, place: Place): AppError {
  return new AppError(
    "internal",
    `The secret of ${place.table} ${place.id} does not open with the key "${key.id}": the record was altered or moved, or the key is another one of that name.`,
    { hint: "Restore the record or the key from a backup, or remove the record and enter it again." },
  );
}
