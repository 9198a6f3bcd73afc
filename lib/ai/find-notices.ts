import { isDeepStrictEqual } from "node:util";
import { walkValues } from "../../codegen/expression/values.ts";
import type { Graph, GraphNode } from "../../codegen/schema/graph.ts";
import type { Json } from "../../codegen/schema/json.ts";
import { configOf } from "../../codegen/schema/node-facts.ts";
import type { Notice } from "../api/ai-schemas.ts";

/**
 * What of a proposal deserves a look before it is accepted, because it reaches out of the workflow or takes something away: addresses, secrets,
 * connections and code that were not there before. A proposal may be what a text in the document or in a run talked the model into.
 */
export function findNotices(before: Graph, after: Graph, variables: ReadonlyMap<string, "plain" | "secret">): Notice[] {
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const changed = after.nodes.filter((node) => !isDeepStrictEqual(withoutPlace(old.get(node.id)), withoutPlace(node)));
  const now = new Set(after.nodes.map(({ id }) => id));
  const gone = before.nodes.filter(({ id }) => !now.has(id));
  return [
    ...changed.flatMap((node) => noticesOf(node, old.get(node.id), variables)),
    ...gone.map(({ id, label }): Notice => ({ kind: "removed", node: id, message: `Removes ${label ? `“${label}” (${id})` : id}.` })),
  ];
}

function withoutPlace(node: GraphNode | undefined): object {
  const { position: _position, size: _size, collapsed: _collapsed, ...rest } = node ?? { id: "" };
  return rest;
}

function noticesOf(node: GraphNode, old: GraphNode | undefined, variables: ReadonlyMap<string, "plain" | "secret">): Notice[] {
  const notice = (kind: Notice["kind"], message: string): Notice => ({ kind, node: node.id, message });
  const fresh = <T>(read: (of: GraphNode) => readonly T[]): T[] => {
    const known = new Set(old ? read(old) : []);
    return [...new Set(read(node))].filter((value) => !known.has(value));
  };
  const config = configOf(node);
  return [
    ...fresh(addressesOf).map((host) => notice("address", host === "" ? "Calls an address that is made from data." : `Calls ${host}.`)),
    ...fresh(mailboxesOf).map((mailbox) => notice("address", `Writes to ${mailbox}.`)),
    ...fresh(variablesOf).map((name) =>
      notice("secret", `Reads the ${variables.get(name) === "secret" ? "secret " : ""}variable ${name}.`),
    ),
    ...fresh(({ connection }) => (connection === undefined ? [] : [connection])).map((alias) =>
      notice("connection", `Uses the connection ${alias}.`),
    ),
    ...(node.kind === "code" && config["source"] !== (old && configOf(old)["source"])
      ? [notice("code", "Runs code that the model wrote.")]
      : []),
    ...triggerNotices(node, old, notice),
    ...(node.disabled === true && old?.disabled !== true && old ? [notice("removed", `Switches ${node.id} off.`)] : []),
  ];
}

function triggerNotices(node: GraphNode, old: GraphNode | undefined, notice: (kind: Notice["kind"], message: string) => Notice): Notice[] {
  if (node.kind !== "trigger") return [];
  const [config, before] = [configOf(node), old ? configOf(old) : {}];
  const notices: Notice[] = [];
  if (config["on"] === "http" && config["auth"] === "none" && before["auth"] !== "none") {
    notices.push(notice("open-trigger", "Anybody who knows the address can start it, without a key."));
  }
  if (config["on"] === "schedule" && config["cron"] !== before["cron"])
    notices.push(notice("schedule", `Starts by itself: ${String(config["cron"])}.`));
  return notices;
}

/** The hosts of addresses in a node's config; an empty text for an address that begins with an expression. */
function addressesOf(node: GraphNode): string[] {
  const hosts: string[] = [];
  each(node, (text, path) => {
    for (const [, host = ""] of text.matchAll(/https?:\/\/([^\s/?#"'`<>\\]*)/gi))
      hosts.push(host.includes("{{") ? "" : host.replace(/^[^@]*@/, "").toLowerCase());
    if (/url$/i.test(String(path.at(-1))) && /^\s*\{\{/.test(text)) hosts.push("");
  });
  return hosts;
}

/** Mail addresses in a node's config, the senders' among them. */
function mailboxesOf(node: GraphNode): string[] {
  const mailboxes: string[] = [];
  each(node, (text) => {
    for (const [mailbox] of text.matchAll(/(?<![\w.+/-])[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?![\w-])/gi))
      mailboxes.push(mailbox.toLowerCase());
  });
  return mailboxes;
}

function variablesOf(node: GraphNode): string[] {
  const names: string[] = [];
  each(node, (text) => {
    for (const [, name = ""] of text.matchAll(/\benv\s*(?:\?\.|\.|\[\s*["'])\s*([A-Z][A-Z0-9_]*)/g)) names.push(name);
  });
  return names;
}

function each(node: GraphNode, visit: (text: string, path: readonly (string | number)[]) => void): void {
  // A record of JSON is JSON.
  if (node.kind !== "note") walkValues(configOf(node) as Json, visit);
}
