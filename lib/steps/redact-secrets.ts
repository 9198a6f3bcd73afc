import type { CredentialType } from "../../plugins/kit/define-credential.ts";

/** Too short to be a secret, and too likely to occur by chance. */
const SHORTEST_SECRET = 4;
/** What base64 leaves of a shorter one is too likely to occur by chance. */
const SHORTEST_IN_BASE64 = 8;
const REDACTED = "[redacted]";

/** Collects the secrets a step was given and takes them out of whatever it gives back. */
export class SecretRedactor {
  readonly #needles = new Set<string>();

  /** Every secret field, and every pair `a:b` of fields: that is how basic authentication sends them. */
  addCredential(type: CredentialType, values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) {
      if (type.fields[name]?.secret === false) continue;
      this.add(value);
      for (const other of Object.values(values)) this.#addEncoded(`${other}:${value}`);
    }
  }

  /** Also looks for the forms a value takes on its way: URL-encoded, base64, JSON-escaped. */
  add(secret: string): void {
    if (secret.length < SHORTEST_SECRET) return;
    this.#needles.add(secret);
    this.#needles.add(encodeURIComponent(secret));
    this.#needles.add(new URLSearchParams({ "": secret }).toString().slice(1));
    this.#needles.add(JSON.stringify(secret).slice(1, -1));
    this.#addEncoded(secret);
    if (secret.length >= SHORTEST_IN_BASE64) for (const core of base64Cores(secret)) this.#needles.add(core);
  }

  /** Longest first, so that a secret that holds another one goes whole. */
  redactText(text: string): string {
    let clean = text;
    for (const needle of [...this.#needles].sort((a, b) => b.length - a.length)) clean = clean.replaceAll(needle, REDACTED);
    return clean;
  }

  /** A copy of JSON data without the secrets, in keys and in values; the data itself when no secret was given out. */
  redactData(data: unknown): unknown {
    return this.#needles.size === 0 ? data : this.#redact(data);
  }

  /** The same error, which its class decides whether to retry, saying no secrets. */
  redactError(error: unknown): unknown {
    if (this.#needles.size === 0 || !(error instanceof Error)) return error;
    error.message = this.redactText(error.message);
    if (error.stack !== undefined) error.stack = this.redactText(error.stack);
    if (error.cause !== undefined) error.cause = this.redactError(error.cause);
    return error;
  }

  #addEncoded(text: string): void {
    const base64 = Buffer.from(text).toString("base64");
    this.#needles.add(base64);
    this.#needles.add(base64.replaceAll("=", ""));
  }

  #redact(data: unknown): unknown {
    if (typeof data === "string") return this.redactText(data);
    if (Array.isArray(data)) return data.map((item) => this.#redact(item));
    if (typeof data !== "object" || data === null) return data;
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [this.redactText(key), this.#redact(value)]));
  }
}

/** The letters that base64 makes of a text wherever in a longer one it stands: those that no neighbour decides, for each of the three alignments. */
function base64Cores(text: string): string[] {
  return [0, 1, 2].map((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]);
    return bytes.toString("base64").slice(Math.ceil((offset * 8) / 6), Math.floor((bytes.length * 8) / 6));
  });
}
