import type { Graph } from "../schema/graph.ts";

/** What the world does in one imagined run: everything a run depends on besides the graph. Times are virtual milliseconds. */
export interface Oracle {
  /** The trigger's input: conditions of arbitrary graphs read nothing else. */
  readonly flags: Readonly<Record<string, boolean>>;
  /** How a step ends, the same each time it runs. */
  readonly step: (node: string) => { readonly duration: number; readonly fails: boolean };
  /** How a wait for a person or a call ends: after `duration`, by `port`. */
  readonly wait: (node: string) => { readonly duration: number; readonly port: string };
}

/** How many flags the conditions of arbitrary graphs read: `f0` to `f7`. */
export const FLAGS = 8;

/** The oracle of a seed: durations that hardly ever coincide, one step in five failing. */
export function makeOracle(graph: Graph, seed: number): Oracle {
  const draw = (topic: string): number => mix(topic, seed) / 2 ** 32;
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const flags = Object.fromEntries(Array.from({ length: FLAGS }, (_, flag) => [`f${flag}`, draw(`flag ${flag}`) < 0.5]));
  return {
    flags,
    step: (node) => ({ duration: 1 + Math.floor(draw(`duration ${node}`) * 1_000_000), fails: draw(`failure ${node}`) < 0.2 }),
    wait: (node) => {
      const { kind, config } = nodes.get(node) ?? {};
      const ports = kind === "control.approval" ? ["approved", "rejected"] : ["out"];
      if (config?.["timeout"] !== undefined) ports.push("timeout");
      const port = ports[Math.floor(draw(`port ${node}`) * ports.length)] ?? "out";
      // A timeout comes when the config says; an answer comes before.
      const timeout = config?.["timeout"] === undefined ? 1_000_000 : readDuration(config["timeout"]);
      return { duration: port === "timeout" ? timeout : 1 + Math.floor(draw(`wait ${node}`) * (timeout - 1)), port };
    },
  };
}

/** Whether a condition of an arbitrary graph (`input.f3 === true`, `input.f3 !== true`) holds. */
export function decide(oracle: Oracle, condition: string): boolean {
  const match = /\.(f\d) ([!=])== true$/.exec(condition);
  if (!match) throw new Error(`not a condition of an arbitrary graph: ${condition}`);
  return oracle.flags[match[1] ?? ""] === (match[2] === "=");
}

/** Milliseconds of a duration in whole seconds, as arbitrary graphs write them. */
export function readDuration(text: unknown): number {
  const match = /^(\d+)s$/.exec(String(text));
  if (!match) throw new Error(`not a duration of an arbitrary graph: ${String(text)}`);
  return Number(match[1]) * 1000;
}

function mix(text: string, seed: number): number {
  let hash = seed | 0;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) + 0x9e3779b9;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
