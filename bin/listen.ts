import type { Server } from "node:http";
import { UsageError } from "./usage-error.ts";

const DEFAULT_PORT = 3000;
const PORTS_TRIED = 20;

/** Listens on the port asked for, or on the first free one from 3000 on. Throws UsageError when the port asked for cannot be had. */
export async function listen(server: Server, host: string, asked: string | undefined): Promise<{ url: string; port: number }> {
  const wanted = asked === undefined || asked === "" ? undefined : Number(asked);
  if (wanted !== undefined && !(Number.isInteger(wanted) && wanted >= 0 && wanted < 65_536)) {
    throw new UsageError(
      `PORT is ${JSON.stringify(asked)}, which is not a port`,
      "A port is a number from 0 to 65535; 0 takes any free one.",
    );
  }
  const first = wanted ?? DEFAULT_PORT;
  for (let port = first; port < first + PORTS_TRIED; port++) {
    const problem = await tryPort(server, host, port);
    if (problem === undefined) return { url: urlOf(server, host), port: portOf(server) };
    if (wanted !== undefined || problem !== "EADDRINUSE") throw refusal(problem, host, port);
  }
  throw refusal("EADDRINUSE", host, first);
}

function tryPort(server: Server, host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException): void => resolve(error.code ?? error.message);
    server.once("error", failed);
    server.listen(port, host, () => {
      server.off("error", failed);
      resolve(undefined);
    });
  });
}

function refusal(problem: string, host: string, port: number): UsageError {
  const why =
    { EADDRINUSE: "is taken by another program", EACCES: "may not be used by this user" }[problem] ?? `cannot be used (${problem})`;
  return new UsageError(`port ${port} of ${host} ${why}`, `Choose another, for example: PORT=${port < 1024 ? 3000 : port + 1} npm start`);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function urlOf(server: Server, host: string): string {
  const shown = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${shown.includes(":") ? `[${shown}]` : shown}:${portOf(server)}`;
}
