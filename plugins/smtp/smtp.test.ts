import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { SMTPServer } from "smtp-server";
import { FatalError, RetryableError } from "workflow";
import { createHostResolver } from "../../lib/steps/egress-guard.ts";
import { describeDeclaration } from "../kit/contract/describe-declaration.ts";
import { stepError } from "../kit/step-error.ts";
import type { StepContext } from "../kit/step-context.ts";
import { withStepContext } from "../kit/step-context.ts";
import { plugin } from "./index.ts";
import { checkConnection } from "./steps/check-connection.ts";
import { sendMail } from "./steps/send-mail.ts";

/** Of mail.example.com, signed by itself, for a hundred years; it opens nothing. */
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgQ7MmeFbPlOCf7Ct6
Jp37VhMJ5Xu5CfXIh8ibP1IRYMWhRANCAATaz3U3Ad/AlcoL3dfYC4Ff+s2I4pNL
jjKqV0RBuTI/RN3+j9XnFTJYzVkMvlsrioWEsQm3BA7QEGol1G9g4Op/
-----END PRIVATE KEY-----`;
const cert = `-----BEGIN CERTIFICATE-----
MIIBqjCCAVCgAwIBAgIURdn+S0IcYcc4sV1m/qRx3pujw+MwCgYIKoZIzj0EAwIw
GzEZMBcGA1UEAwwQbWFpbC5leGFtcGxlLmNvbTAgFw0yNjExMjExMTUyNTNaGA8y
MTI2MTAyODExNTI1M1owGzEZMBcGA1UEAwwQbWFpbC5leGFtcGxlLmNvbTBZMBMG
ByqGSM49AgEGCCqGSM49AwEHA0IABNrPdTcB38CVygvd19gLgV/6zYjik0uOMqpX
REG5Mj9E3f6P1ecVMljNWQy+WyuKhYSxCbcEDtAQaiXUb2Dg6n+jcDBuMB0GA1Ud
DgQWBBQFdp6d4+kcc2ay/MlC4fYmj9muOzAfBgNVHSMEGDAWgBQFdp6d4+kcc2ay
/MlC4fYmj9muOzAPBgNVHRMBAf8EBTADAQH/MBsGA1UdEQQUMBKCEG1haWwuZXhh
bXBsZS5jb20wCgYIKoZIzj0EAwIDSAAwRQIhANieMofCcYRkjDqEhl3UX7tQ6x4J
Zae1503QpatHhJVEAiAUa3jjmOwJa8HxiZ4aldNmbmYwSFiebQx9pcce0wDsFA==
-----END CERTIFICATE-----`;

describeDeclaration(plugin);

interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
  readonly encrypted: boolean;
  readonly user: string | undefined;
}

type ServerOptions = ConstructorParameters<typeof SMTPServer>[0];

const VARIABLES = ["HOST", "PORT", "USER", "PASSWORD", "SECURITY", "FROM", "CERTIFICATE"].map((name) => `SMTP_${name}`);
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
  for (const name of VARIABLES) delete process.env[name];
});

/** A real mail server that keeps what it gets; the variables of the credential are set for it. */
async function startMailServer(options: ServerOptions = {}, environment: Record<string, string> = {}): Promise<Received[]> {
  const received: Received[] = [];
  const server = new SMTPServer({
    key,
    cert,
    authOptional: true,
    logger: false,
    onAuth: ({ username, password }, _, done) => {
      if (username === "shop" && password === "p4ssword") done(null, { user: username });
      else done(Object.assign(new Error("Authentication credentials invalid"), { responseCode: 535 }));
    },
    onRcptTo: ({ address }, _, done) => {
      if (address.startsWith("nobody@")) done(Object.assign(new Error("5.1.1 No such user here"), { responseCode: 550 }));
      else if (address.startsWith("later@")) done(Object.assign(new Error("4.2.1 Mailbox busy"), { responseCode: 450 }));
      else done();
    },
    onData: (stream, { envelope, secure, user }, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (stream.sizeExceeded) return done(Object.assign(new Error("5.3.4 Message too big"), { responseCode: 552 }));
        const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        received.push({
          from,
          to,
          text: Buffer.concat(chunks).toString(),
          encrypted: secure,
          user: user === undefined ? undefined : String(user),
        });
        done();
      });
    },
    ...options,
  });
  // A client that gives up is an error to the server too.
  server.on("error", () => undefined);
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  closing.push(() => server.close());
  // A listening TCP server has an address with a port.
  const { port } = listening.address() as AddressInfo;
  Object.assign(process.env, { SMTP_HOST: "mail.example.com", SMTP_PORT: String(port), SMTP_CERTIFICATE: cert, ...environment });
  return received;
}

/** As the engine runs a step; the name of the server leads to this machine. */
function run<T>(step: () => Promise<T>, context: Partial<StepContext> = {}): Promise<T> {
  const resolveHost = async (): Promise<string> => "127.0.0.1";
  return withStepContext({ idempotencyKey: "key-1", attempt: 1, signal: new AbortController().signal, resolveHost, ...context }, step);
}

const refusal = (step: Promise<unknown>): Promise<unknown> =>
  step.then(
    () => undefined,
    (error: unknown) => error,
  );

const login = { SMTP_USER: "shop", SMTP_PASSWORD: "p4ssword" };
const mail = { from: "Shop <orders@example.com>", to: "Ada <ada@example.com>", subject: "Grüße", text: "Hello." };

describe("a mail", () => {
  it("arrives encrypted, signed in, with all of its parts", async () => {
    const received = await startMailServer({}, login);
    const sent = await run(() =>
      sendMail({
        ...mail,
        html: '<p>Hello <img src="cid:logo"></p>',
        cc: ["boss@example.com"],
        bcc: "archive@example.com",
        replyTo: "help@example.com",
        attachments: [{ filename: "añb.txt", content: btoa("hello"), contentType: "text/plain", cid: "logo" }],
        headers: { "X-Order": "1001" },
        inReplyTo: "<1@example.com>",
        priority: "high",
      }),
    );
    expect(sent).toMatchObject({ accepted: ["ada@example.com", "boss@example.com", "archive@example.com"], rejected: [] });
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ from: "orders@example.com", to: sent.accepted, encrypted: true, user: "shop" });
    const text = received[0]?.text ?? "";
    expect(text).toContain("Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=");
    expect(text).toContain("Reply-To: help@example.com");
    expect(text).toContain("X-Order: 1001");
    expect(text).toContain("In-Reply-To: <1@example.com>");
    expect(text).toContain("X-Priority: 1 (Highest)");
    expect(text).toContain(btoa("hello"));
    expect(text).not.toContain("archive@example.com");
  });

  it("comes from the connection's sender when it names none", async () => {
    const received = await startMailServer({}, { SMTP_FROM: "Default <default@example.com>" });
    const { from: _, ...unnamed } = mail;
    await run(() => sendMail(unnamed));
    expect(received[0]?.from).toBe("default@example.com");
    delete process.env["SMTP_FROM"];
    expect(stepError(await refusal(run(() => sendMail(unnamed)))).message).toContain("needs a sender");
  });

  it("has the same Message-ID with every attempt, and another one for another call", async () => {
    await startMailServer();
    const first = await run(() => sendMail(mail));
    const again = await run(() => sendMail(mail), { attempt: 2 });
    const other = await run(() => sendMail(mail), { idempotencyKey: "key-2" });
    expect(first.messageId).toMatch(/^<[0-9a-f]{32}@example\.com>$/);
    expect(again.messageId).toBe(first.messageId);
    expect(other.messageId).not.toBe(first.messageId);
  });

  it("goes over TLS from the first byte where the credential says so", async () => {
    const received = await startMailServer({ secure: true }, { SMTP_SECURITY: "tls" });
    await run(() => sendMail(mail));
    expect(received[0]?.encrypted).toBe(true);
  });

  it("goes unencrypted only where the credential says so", async () => {
    const received = await startMailServer({ disabledCommands: ["STARTTLS"] }, { SMTP_SECURITY: "none" });
    await run(() => sendMail(mail));
    expect(received[0]?.encrypted).toBe(false);
    delete process.env["SMTP_SECURITY"];
    const error = await refusal(run(() => sendMail(mail)));
    expect(error).toBeInstanceOf(FatalError);
    expect(stepError(error)).toMatchObject({ name: "TlsError" });
    expect(received).toHaveLength(1);
  });

  it("is not given to a server whose certificate nobody known has signed, or that is of another name", async () => {
    const received = await startMailServer();
    delete process.env["SMTP_CERTIFICATE"];
    const unknown = await refusal(run(() => sendMail(mail)));
    Object.assign(process.env, { SMTP_CERTIFICATE: cert, SMTP_HOST: "other.example.com" });
    const other = await refusal(run(() => sendMail(mail)));
    expect([unknown, other].map((error) => [error instanceof FatalError, stepError(error).name])).toEqual([
      [true, "TlsError"],
      [true, "TlsError"],
    ]);
    expect(received).toEqual([]);
  });
});

describe("what the server refuses", () => {
  it("a wrong password, for good, without showing it", async () => {
    await startMailServer({}, { SMTP_USER: "shop", SMTP_PASSWORD: "s3cret-guess" });
    const error = await refusal(run(() => sendMail(mail)));
    expect(error).toBeInstanceOf(FatalError);
    expect(stepError(error)).toEqual({
      name: "SmtpError",
      status: 535,
      message: "The mail server mail.example.com answered 535 Authentication credentials invalid",
    });
    expect(stepError(await refusal(run(() => checkConnection({})))).status).toBe(535);
  });

  it("one of the recipients: the others get the mail, and the answer says who did not", async () => {
    const received = await startMailServer();
    const sent = await run(() => sendMail({ ...mail, to: ["ada@example.com", "nobody@example.com"] }));
    expect(sent).toMatchObject({
      accepted: ["ada@example.com"],
      rejected: [{ address: "nobody@example.com", response: "550 5.1.1 No such user here" }],
    });
    expect(received[0]?.to).toEqual(["ada@example.com"]);
  });

  it("all of the recipients: for good with a 5xx, for now with a 4xx", async () => {
    await startMailServer();
    const never = await refusal(run(() => sendMail({ ...mail, to: "nobody@example.com" })));
    const later = await refusal(run(() => sendMail({ ...mail, to: "later@example.com" })));
    expect(never).toBeInstanceOf(FatalError);
    expect(stepError(never)).toMatchObject({ name: "SmtpError", status: 550 });
    expect(stepError(never).message).toContain("No such user here");
    expect(later).toBeInstanceOf(RetryableError);
    expect(stepError(later).status).toBe(450);
  });

  it("a mail that is too large", async () => {
    await startMailServer({ size: 1_000 });
    const error = await refusal(run(() => sendMail({ ...mail, text: "x".repeat(5_000) })));
    expect(error).toBeInstanceOf(FatalError);
    expect(stepError(error).status).toBe(552);
  });
});

describe("what is never sent", () => {
  it.each([
    ["subject", { subject: "Hi\r\nBcc: victim@example.com" }],
    ["from", { from: "a@example.com\nBcc: victim@example.com" }],
    ["to", { to: ["ada@example.com", "b@example.com\r\nRCPT TO:<victim@example.com>"] }],
    ["replyTo", { replyTo: "a@example.com\r\nX: y" }],
    ["inReplyTo", { inReplyTo: "<1@a>\r\nX: y" }],
    ["the header X-Order", { headers: { "X-Order": "1\r\nBcc: victim@example.com" } }],
    ["attachments", { attachments: [{ filename: "a\r\nX: y.txt", content: "" }] }],
  ])("a line break in %s, which would begin another header", async (field, change) => {
    const received = await startMailServer();
    const error = await refusal(run(() => sendMail({ ...mail, ...change })));
    expect(error).toBeInstanceOf(FatalError);
    expect(stepError(error)).toEqual({
      name: "InvalidInput",
      message: `The mail was not sent: ${field} holds a line break or another control character.`,
    });
    expect(received).toEqual([]);
  });

  it.each(["Bcc", "content-type", "X Order", "X-Order:"])("a header called %s", async (name) => {
    const received = await startMailServer();
    const error = await refusal(run(() => sendMail({ ...mail, headers: { [name]: "1" } })));
    expect(stepError(error).name).toBe("InvalidInput");
    expect(received).toEqual([]);
  });

  it("a file of this machine", async () => {
    const received = await startMailServer();
    // What an expression without types could give.
    const text = { path: "/etc/passwd" } as unknown as string;
    const error = await refusal(run(() => sendMail({ ...mail, text })));
    expect(error).toBeInstanceOf(FatalError);
    expect(received).toEqual([]);
  });
});

describe("the way to the server", () => {
  it("leads to public addresses only, on a Weft server", async () => {
    const received = await startMailServer({}, { SMTP_HOST: "127.0.0.1" });
    const resolveHost = createHostResolver({ allowedPrivateHosts: [] });
    const error = await refusal(run(() => sendMail(mail), { resolveHost }));
    expect(error).toBeInstanceOf(FatalError);
    expect(stepError(error).name).toBe("EgressBlockedError");
    expect(received).toEqual([]);
  });

  it("is tried again when there is no server", async () => {
    Object.assign(process.env, { SMTP_HOST: "mail.example.com", SMTP_PORT: "1" });
    const error = await refusal(run(() => sendMail(mail)));
    expect(error).toBeInstanceOf(RetryableError);
    expect(stepError(error).name).toBe("NetworkError");
  });

  it("is tried again when the server does not answer in time, or hangs up", async () => {
    let hangUp = false;
    const server = createServer((socket) => void (hangUp ? socket.destroy() : socket.on("error", () => undefined)));
    await once(server.listen(0, "127.0.0.1"), "listening");
    closing.push(() => server.close());
    Object.assign(process.env, { SMTP_HOST: "mail.example.com", SMTP_PORT: String((server.address() as AddressInfo).port) });
    const silent = await refusal(run(() => sendMail(mail, { timeout: "100ms" })));
    hangUp = true;
    const gone = await refusal(run(() => sendMail(mail)));
    expect([silent, gone].map((error) => [error instanceof RetryableError, stepError(error).name])).toEqual([
      [true, "TimeoutError"],
      [true, "NetworkError"],
    ]);
  });

  it("ends when the step is called off", async () => {
    const server = createServer((socket) => void socket.on("error", () => undefined));
    await once(server.listen(0, "127.0.0.1"), "listening");
    closing.push(() => server.close());
    Object.assign(process.env, { SMTP_HOST: "mail.example.com", SMTP_PORT: String((server.address() as AddressInfo).port) });
    const signal = AbortSignal.timeout(100);
    const error = await refusal(run(() => sendMail(mail), { signal }));
    expect(error).toBe(signal.reason);
  });

  it("is tried with a sign-in that sends nothing", async () => {
    const received = await startMailServer({}, login);
    expect(await run(() => checkConnection({}))).toEqual({ account: "shop at mail.example.com" });
    expect(received).toEqual([]);
  });
});

describe("a credential that is wrong", () => {
  it.each([
    [{ SMTP_PORT: "mail" }, "its port"],
    [{ SMTP_HOST: "a b" }, "its host"],
    [{ SMTP_SECURITY: "ssl" }, "its encryption"],
    [{ SMTP_USER: "shop" }, "user and password"],
  ])("is named: %j", async (variables, what) => {
    Object.assign(process.env, { SMTP_HOST: "mail.example.com", ...variables });
    const error = await refusal(run(() => sendMail(mail)));
    expect(error).toBeInstanceOf(FatalError);
    expect(stepError(error).message).toContain(what);
  });
});
