import { isDeepStrictEqual } from "node:util";
import type { Expression } from "../../codegen/expression/ast.ts";
import { parseExpressionOnce, parseTemplateOnce } from "../../codegen/expression/cache.ts";
import type { ValuePath } from "../../codegen/expression/values.ts";
import { walkValues } from "../../codegen/expression/values.ts";
import { variableUses } from "../../codegen/expression/variables.ts";
import type { Graph, GraphNode } from "../../codegen/schema/graph.ts";
import type { Json } from "../../codegen/schema/json.ts";
import type { FieldForm } from "../../codegen/schema/kind-facts.ts";
import { configOf, fieldForm, nodeKind } from "../../codegen/schema/node-facts.ts";
import type { PluginCatalog } from "../../plugins/kit/catalog.ts";
import type { Notice } from "../api/ai-schemas.ts";
import { findOpened, idsThatRun } from "./find-opened.ts";
import { beginsAsAddress, hostOf, hostsWithin } from "./host-of.ts";
import type { Folded } from "./fold-template.ts";
import { foldTemplate, textsIn } from "./fold-template.ts";

/** What notices are told by beside the graphs. */
interface Known {
  readonly catalog: PluginCatalog;
  readonly variables: ReadonlyMap<string, "plain" | "secret">;
}

/**
 * What of a proposal deserves a look before it is accepted, because it reaches out of the workflow or takes something away: addresses, services,
 * workflows, secrets, connections and code that were not there before. A proposal may be what a text in the document or in a run talked the model into.
 */
export function findNotices(before: Graph, after: Graph, known: Known): Notice[] {
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const now = new Set(after.nodes.map(({ id }) => id));
  const [ran, runs] = [idsThatRun(before), idsThatRun(after)];
  const opened = findOpened(before, after, runs);
  const gone = before.nodes.filter(({ id }) => !now.has(id));
  return [
    ...after.nodes.flatMap((node) => {
      // What a step does that never ran before, and runs now, is new.
      const was = runs.has(node.id) && !ran.has(node.id) ? undefined : old.get(node.id);
      const isLeftOut = ran.has(node.id) && !runs.has(node.id) && node.disabled !== true;
      return [
        ...(opened.get(node.id) ?? []).map((approval): Notice => ({
          kind: "removed",
          node: node.id,
          message: `Runs without waiting for ${approval}.`,
        })),
        ...(isDeepStrictEqual(withoutPlace(was), withoutPlace(node)) ? [] : noticesOf(node, was, known)),
        ...(isLeftOut
          ? [{ kind: "removed" as const, node: node.id, message: `Leaves ${nameOf(node)} out: nothing leads to it any more.` }]
          : []),
      ];
    }),
    ...gone.map((node): Notice => ({ kind: "removed", node: node.id, message: `Removes ${nameOf(node)}.` })),
  ];
}

function nameOf({ id, label }: GraphNode): string {
  return label ? `“${label}” (${id})` : id;
}

function withoutPlace(node: GraphNode | undefined): object {
  const { position: _position, size: _size, collapsed: _collapsed, ...rest } = node ?? { id: "" };
  return rest;
}

type Tell = (kind: Notice["kind"], message: string) => Notice;

function noticesOf(node: GraphNode, old: GraphNode | undefined, { catalog, variables }: Known): Notice[] {
  const notice: Tell = (kind, message) => ({ kind, node: node.id, message });
  const [texts, before] = [textsOf(node, catalog), old ? textsOf(old, catalog) : []];
  const fresh = <T>(read: (of: readonly ConfigText[]) => readonly T[]): T[] => {
    const known = new Set(read(before));
    return [...new Set(read(texts))].filter((value) => !known.has(value));
  };
  const config = configOf(node);
  const addresses = fresh(addressesOf).map((host) =>
    host.startsWith(MADE) ? "Calls an address that is made from data." : `Calls ${host}.`,
  );
  return [
    ...[...new Set(addresses)].map((message) => notice("address", message)),
    ...fresh(mailboxesOf).map((mailbox) => notice("address", `Writes to ${mailbox}.`)),
    ...fresh(variablesOf).map((name) =>
      notice("secret", `Reads the ${variables.get(name) === "secret" ? "secret " : ""}variable ${name}.`),
    ),
    ...serviceNotices(node, old, catalog, notice),
    ...(node.kind === "control.call" && config["workflow"] !== (old && configOf(old)["workflow"])
      ? [notice("call", `Runs the workflow ${String(config["workflow"])}.`)]
      : []),
    ...(node.kind === "code" && config["source"] !== (old && configOf(old)["source"])
      ? [notice("code", "Runs code that the model wrote.")]
      : []),
    ...triggerNotices(node, old, notice),
    ...(node.disabled === true && old !== undefined && old.disabled !== true ? [notice("removed", `Switches ${node.id} off.`)] : []),
  ];
}

/** What an action does in somebody's name: that it is there, or does it otherwise than before. */
function serviceNotices(node: GraphNode, old: GraphNode | undefined, { actions }: PluginCatalog, notice: Tell): Notice[] {
  const action = actions.get(node.kind);
  const { connection: alias } = node;
  const connection = alias === undefined ? "the default connection" : `the connection ${alias}`;
  const isOtherAlias = alias !== old?.connection;
  // A request to any address takes nothing of a connection that it does not ask for.
  const isAnonymous = node.kind === "http.request" && [undefined, "none"].some((auth) => auth === configOf(node)["auth"]);
  if (!action?.plugin.credential || (isAnonymous && alias === undefined)) {
    return isOtherAlias && alias !== undefined ? [notice("connection", `Uses ${connection}.`)] : [];
  }
  const what = `${action.plugin.label} (${action.label})`;
  if (old?.kind !== node.kind) return [notice("connection", `Calls ${what} with ${connection}.`)];
  return [
    ...(isOtherAlias ? [notice("connection", `Uses ${connection}.`)] : []),
    ...(isDeepStrictEqual(configOf(node), configOf(old))
      ? []
      : [notice("connection", `Changes what ${what} is given, with ${connection}.`)]),
  ];
}

function triggerNotices(node: GraphNode, old: GraphNode | undefined, notice: Tell): Notice[] {
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

/** One string of a config. */
interface ConfigText {
  readonly path: ValuePath;
  readonly raw: string;
  /** The whole of it. */
  readonly folded: Folded;
  /** It, and the texts that its expressions hold. */
  readonly texts: readonly Folded[];
  readonly variables: readonly string[];
}

/** The strings of a node's config, each read in the form that its field has. */
function textsOf(node: GraphNode, catalog: PluginCatalog): ConfigText[] {
  if (node.kind === "note") return [];
  const texts: ConfigText[] = [];
  const facts = nodeKind(node.kind, catalog);
  // A record of JSON is JSON.
  const config = configOf(node) as Json;
  walkValues(config, (raw, path) => texts.push({ path, raw, ...read(raw, facts ? fieldForm(facts, path) : "template") }));
  return texts;
}

function read(raw: string, form: FieldForm): Pick<ConfigText, "folded" | "texts" | "variables"> {
  if (form === "verbatim") return { folded: [raw], texts: [[raw]], variables: [] };
  if (form === "expression") {
    const parsed = parseExpressionOnce(raw);
    return parsed.ok ? { folded: [undefined], ...insideOf([parsed.expression]) } : unread(raw, [raw]);
  }
  const parsed = parseTemplateOnce(raw);
  if (!parsed.ok) return unread(raw, [raw.slice(0, raw.indexOf("{{")), undefined]);
  const folded = foldTemplate(parsed.template);
  const { texts, variables } = insideOf(parsed.template.parts.flatMap((part) => (part.type === "expression" ? [part.expression] : [])));
  return { folded, texts: [folded, ...texts], variables };
}

function insideOf(expressions: readonly Expression[]): Pick<ConfigText, "texts" | "variables"> {
  return { texts: expressions.flatMap(textsIn), variables: expressions.flatMap(variableUses).map(({ name }) => name) };
}

/** What does not parse cannot run, but somebody may mend it. */
function unread(raw: string, folded: Folded): Pick<ConfigText, "folded" | "texts" | "variables"> {
  const names = raw.matchAll(/\benv\s*(?:\?\.|\.|\[\s*["'])\s*([A-Z][A-Z0-9_]*)/g);
  return { folded, texts: [[raw]], variables: Array.from(names, ([, name = ""]) => name) };
}

/** Stands before the text of an address that a run makes. */
const MADE = "{{";
/** Fields whose whole text is an address, by their name or that of the list they are in. */
const ADDRESS_NAME = /(?:ur[il]s?|urlOrPathname|endpoint|webhook)$/i;

/** The hosts of addresses; the text itself, marked, of an address that a run makes. */
function addressesOf(texts: readonly ConfigText[]): string[] {
  return texts.flatMap(({ path, raw, folded, texts: all }) => {
    const name = String(path.findLast((step) => typeof step === "string"));
    const whole = ADDRESS_NAME.test(name) || beginsAsAddress(folded) ? hostOf(folded) : undefined;
    return [...(whole === undefined ? [] : [whole]), ...all.flatMap(hostsWithin)].map((host) => (host === "" ? `${MADE}${raw}` : host));
  });
}

/** Mail addresses in a node's config, the senders' among them. */
function mailboxesOf(texts: readonly ConfigText[]): string[] {
  const pattern = /(?<![\w.+/-])[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?![\w-])/gi;
  return texts.flatMap(({ texts: all }) => all.flatMap((folded) => folded.flatMap((piece) => piece?.toLowerCase().match(pattern) ?? [])));
}

function variablesOf(texts: readonly ConfigText[]): string[] {
  return texts.flatMap(({ variables }) => variables);
}
