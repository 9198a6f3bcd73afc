import type { CredentialType } from "../../plugins/kit/define-credential.ts";

/** Too short to be a secret, and too likely to occur by chance. */
const SHORTEST_SECRET = 4;
/** What base64 leaves of a shorter one is too likely to occur by chance. */
const SHORTEST_IN_BASE64 = 8;
/** Of a secret's beginning, less than this may stand in a message. */
const LONGEST_SHOWN = 16;
/** A line of this many characters is no ornament of a key. */
const LONG_LINE = 24;
const REDACTED = "[redacted]";

/** Collects the secrets a step was given and takes them out of whatever it gives back. */
export class SecretRedactor {
  readonly #needles = new Set<string>();

  /** Every secret field, and every pair `a:b` of fields: that is how basic authentication sends them. */
  addCredential(type: CredentialType, values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) {
      if (type.fields[name]?.secret === false) continue;
      for (const secret of [value, ...secretsWithin(value)]) this.add(secret);
      for (const other of Object.values(values)) this.#addEncoded(`${other}:${value}`);
    }
  }

  /** Also looks for the forms a value takes on its way: URL-encoded, escaped for JSON or HTML, base64 in both alphabets, hexadecimal. */
  add(secret: string): void {
    if (secret.length < SHORTEST_SECRET) return;
    for (const form of [secret, ...urlForms(secret), ...jsonForms(secret), ...htmlForms(secret)]) this.#needles.add(form);
    this.#addEncoded(secret);
    if (secret.length >= SHORTEST_IN_BASE64) {
      for (const core of base64Cores(secret)) for (const form of bothAlphabets(core)) this.#needles.add(form);
      const hex = Buffer.from(secret).toString("hex");
      for (const form of [hex, hex.toUpperCase()]) this.#needles.add(form);
    }
    // A key of several lines is often shown by the line, or on one line.
    const lines = secret.split(/\s*\n\s*/);
    if (lines.length > 1) for (const part of [lines.join(" ").trim(), ...lines.filter(isLong)]) this.#needles.add(part);
  }

  /** Longest first, so that a secret that holds another one goes whole. */
  redactText(text: string): string {
    let clean = text;
    for (const needle of [...this.#needles].sort((a, b) => b.length - a.length)) clean = clean.replaceAll(needle, REDACTED);
    return clean;
  }

  /** Like `redactText`, and takes out what a message that was cut off has of a secret's beginning. */
  redactMessage(text: string): string {
    let clean = this.redactText(text);
    for (const needle of this.#needles) {
      const telling = Math.max(SHORTEST_IN_BASE64, Math.min(LONGEST_SHOWN, Math.ceil(needle.length / 2)));
      if (needle.length <= telling) continue;
      const start = needle.slice(0, telling);
      for (let at = clean.indexOf(start); at >= 0; at = clean.indexOf(start, at + REDACTED.length)) {
        let length = telling;
        while (length < needle.length && clean[at + length] === needle[length]) length++;
        clean = `${clean.slice(0, at)}${REDACTED}${clean.slice(at + length)}`;
      }
    }
    return clean;
  }

  /** A copy of JSON data without the secrets, in keys and in values; the data itself when no secret was given out. */
  redactData(data: unknown): unknown {
    return this.#needles.size === 0 ? data : this.#redact(data);
  }

  /** The same error, which its class decides whether to retry, saying no secrets. */
  redactError(error: unknown): unknown {
    if (this.#needles.size === 0 || !(error instanceof Error)) return error;
    error.message = this.redactMessage(error.message);
    if (error.stack !== undefined) error.stack = this.redactMessage(error.stack);
    if (error.cause !== undefined) error.cause = this.redactError(error.cause);
    return error;
  }

  #addEncoded(text: string): void {
    const base64 = Buffer.from(text).toString("base64");
    for (const form of [base64, ...bothAlphabets(base64.replaceAll("=", ""))]) this.#needles.add(form);
  }

  #redact(data: unknown): unknown {
    if (typeof data === "string") return this.redactText(data);
    if (typeof data === "number") return this.#needles.has(String(data)) ? REDACTED : data;
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

function isLong(line: string): boolean {
  return line.length >= LONG_LINE && !line.startsWith("-----");
}

function bothAlphabets(base64: string): string[] {
  return [base64, base64.replaceAll("+", "-").replaceAll("/", "_")];
}

/** As addresses, forms and strict encoders have it, with hexadecimal digits of either case. */
function urlForms(text: string): string[] {
  const component = encodeURIComponent(text.toWellFormed());
  const strict = component.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  const forms = [component, strict, strict.replaceAll("%20", "+"), new URLSearchParams({ "": text }).toString().slice(1)];
  return [...forms, ...forms.map((form) => form.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()))];
}

/** As JavaScript writes it, as PHP does (with slashes escaped), and in ASCII. */
function jsonForms(text: string): string[] {
  const plain = JSON.stringify(text).slice(1, -1);
  const forms = [plain, plain.replaceAll("/", "\\/")];
  const ascii = (form: string): string =>
    form.replace(/[\u0080-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return [...forms, ...forms.map(ascii)];
}

/** As pages show it; quotes have several names. */
function htmlForms(text: string): string[] {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const quoted = escaped.replaceAll('"', "&quot;");
  return [escaped, quoted, ...["&#39;", "&#x27;", "&#039;", "&apos;"].map((quote) => quoted.replaceAll("'", quote))];
}

/** The password of a database's address, and the private key in a file of a service account: what they belong to may be told alone. */
function secretsWithin(value: string): string[] {
  const password = URL.parse(value)?.password ?? "";
  const inAddress = password === "" ? [] : [password, decodeLoosely(password)];
  return value.trimStart().startsWith("{") ? [...inAddress, ...keysWithin(value)] : inAddress;
}

function decodeLoosely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The private keys of a JSON document; none of what is no JSON. */
function keysWithin(json: string): string[] {
  try {
    const values = Object.entries(JSON.parse(json) as object);
    return values.flatMap(([name, value]) => (/^private_key$|secret|password/i.test(name) && typeof value === "string" ? [value] : []));
  } catch {
    return [];
  }
}
