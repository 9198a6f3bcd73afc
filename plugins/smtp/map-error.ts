import { fatal, retryable } from "../kit/failure.ts";

/** What nodemailer says of a failure. */
interface MailFailure {
  readonly code?: string;
  /** What the server said, and its three digits. */
  readonly response?: string;
  readonly responseCode?: number;
}

/** Failures of the way there, which may be gone with the next attempt. */
const NETWORK = /^(ESOCKET|ECONNECTION|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EDNS|ENOTFOUND|EAI_AGAIN)$/;
const CERTIFICATE = /certificate|self.signed|altnames|unable to verify|SSL routines|wrong version number|unsupported protocol/i;
const LONGEST = 300;

/** The error of a failed mail: the server's words and code, final when it refuses for good (5xx), worth another attempt when for now (4xx). */
export function mapError(error: unknown, server: string): Error {
  if (!(error instanceof Error)) return retryable(`${server} failed: ${String(error)}`, { name: "NetworkError" });
  if (error.name === "FatalError" || error.name === "RetryableError") return error;
  const { code = "", response, responseCode }: Error & MailFailure = error;
  if (response !== undefined && responseCode !== undefined) {
    const said = tidy(`${server} answered ${response}`);
    if (code === "ETLS" && responseCode >= 500) return fatal(`${said}: it does not take encrypted connections.`, { name: "TlsError" });
    const details = { name: "SmtpError", status: responseCode };
    return responseCode < 500 ? retryable(said, details) : fatal(said, details);
  }
  const message = tidy(`${server}: ${error.message}`);
  if (code === "ETLS" || CERTIFICATE.test(error.message)) return fatal(message, { name: "TlsError" });
  if (code === "EAUTH") return fatal(message, { name: "SmtpError" });
  if (code === "EENVELOPE") return fatal(message, { name: "InvalidInput" });
  if (NETWORK.test(code) || code === "") return retryable(message, { name: "NetworkError" });
  return fatal(message, { name: "SmtpError" });
}

function tidy(text: string): string {
  const line = text.replace(/[\p{C}\s]+/gu, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
