import { LRUCache } from "lru-cache";
import type { StepFetch } from "../../plugins/kit/egress.ts";
import { isLoopback } from "../api/is-own-machine.ts";
import type { Server } from "../running-server.ts";
import { createEgressFetch } from "../steps/egress-guard.ts";
import type { ChosenModel } from "./find-model.ts";
import { servesThisMachine } from "./serves-this-machine.ts";

/** One agent for each address, whose sockets are kept. */
const opened = new LRUCache<string, StepFetch>({ max: 20 });

/**
 * What a model is called with. The guard of every step holds, but for two addresses: the one that the operator named in the environment, and a
 * model's server on this very machine (Ollama, LM Studio) where Weft serves this machine alone, so that who owns the workspace owns the machine.
 */
export function modelEgress(
  server: Pick<Server, "egress">,
  { connection, source }: ChosenModel,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): StepFetch {
  const url = URL.parse(connection.baseUrl);
  if (url === null) return server.egress;
  const isNamed = source === "environment" || (isLoopback(url.hostname) && servesThisMachine(environment));
  if (!isNamed) return server.egress;
  const pair = `${url.hostname}:${url.port === "" ? (url.protocol === "https:" ? "443" : "80") : url.port}`;
  const known = opened.get(pair) ?? createEgressFetch({ allowedPrivateHosts: [pair] });
  opened.set(pair, known);
  return known;
}
