import { connect, isIP } from "node:net";
import type { Socket } from "node:net";
import { createTransport } from "nodemailer";
import type { Transporter } from "nodemailer";
import { parseDuration } from "../kit/duration.ts";
import { retryable } from "../kit/failure.ts";
import { resolveHost } from "../kit/resolve-host.ts";
import { stepContext } from "../kit/step-context.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { mapError } from "./map-error.ts";
import type { MailServer } from "./read-server.ts";

const DEFAULT_TIMEOUT = "60s";

/** Connects to the mail server for one piece of work, within the step's time. Throws a FatalError or a RetryableError in the server's words. */
export async function withTransport<T>(server: MailServer, options: StepOptions, work: (transport: Transporter) => Promise<T>): Promise<T> {
  const name = `The mail server ${server.host}`;
  const timeoutMs = parseDuration(options.timeout ?? DEFAULT_TIMEOUT);
  const timeout = AbortSignal.timeout(timeoutMs);
  const outer = stepContext()?.signal;
  const signal = outer ? AbortSignal.any([outer, timeout]) : timeout;
  const address = await resolveHost(server.host, server.port);
  let socket: Socket | undefined;
  try {
    socket = await openSocket(address, server.port, signal);
    return await work(createTransport(settingsOf(server, socket, timeoutMs)));
  } catch (error) {
    outer?.throwIfAborted();
    if (timeout.aborted) throw retryable(`${name} did not finish within ${timeoutMs} ms.`, { name: "TimeoutError" });
    throw mapError(error, name);
  } finally {
    socket?.destroy();
  }
}

/** The address has been looked at, so it is what is connected to, and not the name again. The signal ends the connection at any time. */
function openSocket(host: string, port: number, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, signal }, () => resolve(socket));
    socket.once("error", reject);
  });
}

function settingsOf({ host, port, security, login, certificate }: MailServer, socket: Socket, timeoutMs: number): object {
  return {
    host,
    port,
    connection: socket,
    secure: security === "tls",
    requireTLS: security === "starttls",
    ignoreTLS: security === "none",
    // An address has no name to ask for; its certificate is checked all the same.
    ...(isIP(host) === 0 ? { servername: host } : {}),
    tls: { minVersion: "TLSv1.2", ...(certificate === undefined ? {} : { ca: certificate }) },
    ...(login === undefined ? {} : { auth: login }),
    // The signal is what ends it; the library's own clocks, which say less of why, come after that.
    ...Object.fromEntries(["connectionTimeout", "greetingTimeout", "socketTimeout"].map((name) => [name, timeoutMs + 5_000])),
    // A mail is made of what the workflow gives, never of files and addresses that this machine can read.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
