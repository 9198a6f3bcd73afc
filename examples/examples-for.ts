import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DEMO_PORT } from "./demo-service/server.ts";

export interface Example {
  /** Its folder. */
  readonly name: string;
  /** A graph document, not yet checked. */
  readonly graph: unknown;
  /** What to trigger it with. */
  readonly payload: unknown;
}

/** In the order to show them. */
const NAMES = ["order-alert", "settle-orders", "refund-request"];

/** The example workflows, calling the demo service at `baseUrl` (without a slash at the end). */
export function examplesFor(baseUrl: string): Example[] {
  return NAMES.map((name) => {
    const read = (file: string): string => readFileSync(join(import.meta.dirname, name, file), "utf8");
    // Addresses need no escaping in JSON.
    const graph: unknown = JSON.parse(read("graph.json").replaceAll(`http://127.0.0.1:${DEMO_PORT}`, new URL(baseUrl).origin));
    const payload: unknown = JSON.parse(read("payload.json"));
    return { name, graph, payload };
  });
}
