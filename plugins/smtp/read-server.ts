import { fatal } from "../kit/failure.ts";
import type { CredentialValues } from "../kit/api.ts";

/** A mail server and how it is spoken to. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: "starttls" | "tls" | "none";
  readonly login?: { readonly user: string; readonly pass: string };
  readonly from?: string;
  readonly certificate?: string;
}

const SUBMISSION_PORT = 587;
const TLS_PORT = 465;

/** Reads the values of the credential. Throws a FatalError that names the one that is wrong, never a secret. */
export function readServer(
  values: CredentialValues<"host" | "port" | "user" | "password" | "security" | "from" | "certificate">,
): MailServer {
  const { host = "", user, password, from, certificate } = values;
  const port = values.port === undefined ? (values.security === "tls" ? TLS_PORT : SUBMISSION_PORT) : Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw wrong("its port is not a number from 1 to 65535");
  // A blank, a slash or a line break would make it something other than a host.
  if (!/^[\w.:-]+$/.test(host)) throw wrong("its host is not a host name");
  const security = values.security ?? (port === TLS_PORT ? "tls" : "starttls");
  if (security !== "starttls" && security !== "tls" && security !== "none") throw wrong("its encryption is none of starttls, tls and none");
  if ((user === undefined) !== (password === undefined)) throw wrong("user and password go together");
  return {
    host,
    port,
    security,
    ...(user === undefined || password === undefined ? {} : { login: { user, pass: password } }),
    ...(from === undefined ? {} : { from }),
    ...(certificate === undefined ? {} : { certificate }),
  };
}

function wrong(what: string): Error {
  return fatal(`The mail server cannot be used: ${what}.`, { name: "InvalidCredential" });
}
