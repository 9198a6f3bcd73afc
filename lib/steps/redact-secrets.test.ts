import { describe, expect, it } from "vitest";
import { defineCredential } from "../../plugins/kit/define-credential.ts";
import { SecretRedactor } from "./redact-secrets.ts";

const SECRET = `s3cr3t/+>>?<a&b>"q"'x' ü✓ end~`;
const redactorOf = (...secrets: string[]): SecretRedactor => {
  const redactor = new SecretRedactor();
  for (const secret of secrets) redactor.add(secret);
  return redactor;
};
const html = SECRET.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

describe("a secret", () => {
  it.each<[string, string]>([
    ["as it is", SECRET],
    ["in an address", encodeURIComponent(SECRET)],
    ["in an address with small letters", encodeURIComponent(SECRET).replace(/%../g, (escape) => escape.toLowerCase())],
    ["in a form", new URLSearchParams({ "": SECRET }).toString().slice(1)],
    ["as a strict encoder writes it", encodeURIComponent(SECRET).replaceAll("'", "%27")],
    ["in JSON", JSON.stringify(SECRET).slice(1, -1)],
    [
      "in JSON as PHP writes it",
      JSON.stringify(SECRET).slice(1, -1).replaceAll("/", "\\/").replace("ü", "\\u00fc").replace("✓", "\\u2713"),
    ],
    ["in a page", html.replaceAll("'", "&#39;")],
    ["in a page of another language", html.replaceAll("'", "&#x27;")],
    ["in base64", Buffer.from(SECRET).toString("base64")],
    ["in base64 for addresses", Buffer.from(SECRET).toString("base64url")],
    ["in base64 behind one letter", Buffer.from(`a${SECRET}bcd`).toString("base64")],
    ["in base64 for addresses behind two letters", Buffer.from(`ab${SECRET}bcd`).toString("base64url")],
    ["in hexadecimal", Buffer.from(SECRET).toString("hex")],
    ["in capital hexadecimal", Buffer.from(SECRET).toString("hex").toUpperCase()],
  ])("goes %s", (_how, form) => {
    const clean = redactorOf(SECRET).redactText(`before ${form} after`);
    expect(clean.startsWith("before ") && clean.endsWith(" after") && clean.includes("[redacted]")).toBe(true);
    expect(clean.replace("[redacted]", "").length).toBeLessThan("before  after".length + 12);
  });

  it("of several lines goes by the line and on one line", () => {
    const key = `-----BEGIN PRIVATE KEY-----\n${"A1b2".repeat(16)}\n${"C3d4".repeat(16)}\n-----END PRIVATE KEY-----\n`;
    const redactor = redactorOf(key);
    expect(redactor.redactText(`line 2: ${"A1b2".repeat(16)}.`)).toBe("line 2: [redacted].");
    expect(redactor.redactText(`key ${key.trim().replaceAll("\n", " ")}!`)).toBe("key [redacted]!");
    expect(redactor.redactText("-----BEGIN PRIVATE KEY----- is how it begins")).toContain("BEGIN");
  });

  it("of digits goes where a service sends it back as a number", () => {
    expect(redactorOf("12345678").redactData({ pin: 12_345_678, other: 1_234_567, list: [12_345_678] })).toEqual({
      pin: "[redacted]",
      other: 1_234_567,
      list: ["[redacted]"],
    });
  });

  it("leaves nothing of itself in a message that was cut off", () => {
    const secret = "marked-secret-7f3a9c51e0b2d4c6a8e0";
    const redactor = redactorOf(secret);
    for (let length = 16; length < secret.length; length++) {
      expect(redactor.redactMessage(`Denied: ${secret.slice(0, length)}… (HttpError, status 400)`)).toBe(
        "Denied: [redacted]… (HttpError, status 400)",
      );
    }
    expect(redactor.redactMessage("Denied: marked-se…")).toBe("Denied: marked-se…");
  });

  it("that looks like what it is replaced by ends the search for it", () => {
    expect(redactorOf("[redacted]").redactMessage("a [redacted] b [redacted]")).toBe("a [redacted] b [redacted]");
  });

  it("is no reason to fail when it is no text that can be encoded", () => {
    expect(redactorOf("lone \ud800 surrogate").redactText("a lone \ud800 surrogate")).toBe("a [redacted]");
  });
});

it("takes out basic authentication with a user name that is no secret", () => {
  const type = defineCredential("acme", {
    username: { label: "User", env: "U", secret: false },
    password: { label: "Password", env: "P" },
  });
  const redactor = new SecretRedactor();
  redactor.addCredential(type, { username: "ada", password: "hunter2-hunter2" });
  expect(redactor.redactText(`Basic ${btoa("ada:hunter2-hunter2")} of ada`)).toBe("Basic [redacted] of ada");
});

it("takes out what is secret within a secret: the password of an address, the private key of an account", () => {
  const type = defineCredential("acme", { url: { label: "URL", env: "U" }, account: { label: "Account", env: "A" } });
  const redactor = new SecretRedactor();
  const line = "A1b2".repeat(16);
  redactor.addCredential(type, {
    url: "postgres://ada:p%40ss-w0rd-9@db.example/shop",
    account: JSON.stringify({
      client_email: "robot@acme.example",
      private_key: `-----BEGIN PRIVATE KEY-----\n${line}\n-----END PRIVATE KEY-----\n`,
    }),
  });
  expect(redactor.redactText("ada logged in with p@ss-w0rd-9 or p%40ss-w0rd-9 at db.example")).toBe(
    "ada logged in with [redacted] or [redacted] at db.example",
  );
  expect(redactor.redactText(`robot@acme.example has ${line}`)).toBe("robot@acme.example has [redacted]");
});

it("reads 20 MB of an answer in a time nobody notices", () => {
  const data = { text: "lorem ipsum dolor sit amet ".repeat(800_000) };
  const start = performance.now();
  redactorOf("marked-secret-7f3a9c51e0b2d4c6a8e0", SECRET).redactData(data);
  expect(performance.now() - start).toBeLessThan(2_000);
});
