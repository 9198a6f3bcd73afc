import { Client, DatabaseError } from "pg";
import { credential } from "../../kit/credentials.ts";
import { parseDuration } from "../../kit/duration.ts";
import { fatal, retryable } from "../../kit/failure.ts";
import { resolveHost } from "../../kit/resolve-host.ts";
import { stepContext } from "../../kit/step-context.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { postgresCredential } from "../credential.ts";

const DEFAULT_TIMEOUT = "30s";

/** Connects for one piece of work, within the step's time. Throws a FatalError or a RetryableError in the database's words. */
export async function withClient<T>(options: StepOptions, work: (client: Client) => Promise<T>): Promise<T> {
  const { url } = await credential(postgresCredential, options.connection);
  const address = readUrl(url ?? "");
  const timeoutMs = parseDuration(options.timeout ?? DEFAULT_TIMEOUT);
  const host = await resolveHost(address.host, address.port);
  const client = new Client({
    host,
    port: address.port,
    user: address.user,
    password: address.password,
    database: address.database,
    ssl: address.tls === "off" ? false : { rejectUnauthorized: address.tls === "verified", servername: address.host },
    connectionTimeoutMillis: timeoutMs,
    statement_timeout: timeoutMs,
    query_timeout: timeoutMs + 1_000,
    application_name: "workflow",
  });
  // A connection that breaks while nothing is asked of it must not end the process; the next question fails.
  client.on("error", () => undefined);
  const signal = stepContext()?.signal;
  const stop = (): void => void client.end();
  signal?.addEventListener("abort", stop, { once: true });
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    signal?.throwIfAborted();
    throw mapError(error);
  } finally {
    signal?.removeEventListener("abort", stop);
    await client.end().catch(() => undefined);
  }
}

interface DatabaseAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly tls: "off" | "encrypted" | "verified";
}

function readUrl(text: string): DatabaseAddress {
  const url = URL.parse(text);
  // As libpq has it, a host in the query goes before the one in its usual place.
  const host = url?.searchParams.get("host") ?? decodeURIComponent(url?.hostname ?? "").replace(/^\[|\]$/g, "");
  if (url === null || !/^postgres(?:ql)?:$/.test(url.protocol) || host === "") {
    throw fatal("The connection's URL must look like postgres://user:password@host:5432/database.", { name: "InvalidUrl" });
  }
  const mode = url.searchParams.get("sslmode") ?? "prefer";
  return {
    host,
    port: url.port === "" ? 5432 : Number(url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)) || decodeURIComponent(url.username),
    tls: /^(?:disable|allow|prefer)$/.test(mode) ? "off" : mode.startsWith("verify") ? "verified" : "encrypted",
  };
}

/** What passes by itself: lost connections, a server that starts or is full, deadlocks and lost races, too little time. */
const RETRYABLE = /^(?:08|53|57P|40001|40P01|55P03|57014)/;

function mapError(error: unknown): unknown {
  if (!(error instanceof Error) || error.name === "FatalError" || error.name === "RetryableError") return error;
  if (error instanceof DatabaseError) {
    const place = error.position === undefined ? "" : `, at character ${error.position}`;
    const message = `PostgreSQL: ${error.message} (${error.code ?? "no code"}${place})`;
    return RETRYABLE.test(error.code ?? "") ? retryable(message, { name: "DatabaseError" }) : fatal(message, { name: "DatabaseError" });
  }
  if (/timeout/i.test(error.message)) return retryable(`PostgreSQL did not answer in time: ${error.message}`, { name: "TimeoutError" });
  if (/does not support SSL/i.test(error.message)) return fatal(`PostgreSQL: ${error.message}`, { name: "DatabaseError" });
  return retryable(`PostgreSQL could not be reached: ${error.message || String(error)}`, { name: "NetworkError" });
}
