import type { Expression } from "../../codegen/expression/ast.ts";
import { parseTemplateOnce } from "../../codegen/expression/cache.ts";
import { wholeExpression } from "../../codegen/expression/template.ts";
import type { Graph, GraphNode } from "../../codegen/schema/graph.ts";
import type { Json } from "../../codegen/schema/json.ts";
import { scrubText, SCRUBBED } from "./scrub-text.ts";

/** Fields and headers that hold a secret whatever it looks like. */
const SECRET_NAME =
  /(?:secret|token|passw(?:or)?d|passphrase|credential|api[-_ ]?key|access[-_ ]?key|private[-_ ]?key|authorization|cookie)/i;
/** Names that hold such a word and no secret: how many tokens, which page. */
const NO_SECRET = /(?:max|min|num|count|limit|usage|input|output|page|next|total)[-_ ]?\w*tokens?|tokens$|^(?:page|next)[-_ ]?token$/i;

/**
 * The document for strangers: no connection's alias, no literal that is or looks like a secret, in any text of it. `known` takes out what the
 * workspace keeps secret, in whatever form. Expressions stay: they name where a value comes from, never the value.
 */
export function scrubGraph(graph: Graph, known: (text: string) => string = (text) => text): Graph {
  const clean = (text: string): string => scrubText(known(text));
  const { title, description } = graph;
  return {
    ...graph,
    ...(title === undefined ? {} : { title: clean(title) }),
    ...(description === undefined ? {} : { description: clean(description) }),
    nodes: graph.nodes.map((node) => scrubNode(node, clean)),
  };
}

function scrubNode(node: GraphNode, clean: (text: string) => string): GraphNode {
  const { connection: _alias, ...rest } = node;
  const scrubbed: GraphNode = { ...rest };
  if (node.label !== undefined) scrubbed.label = clean(node.label);
  if (node.config !== undefined) scrubbed.config = scrubRecord(node.config, clean, node.kind === "trigger");
  // A schema's names are those of data, and its texts are descriptions and examples.
  if (node.output !== undefined) scrubbed.output = scrubRecord(node.output, clean, true);
  return scrubbed;
}

type Treat = (text: string) => string;

/** `treat` is for whatever stands under no name that says more: what a secret is made of is secret too. */
function scrubRecord(record: Readonly<Record<string, Json>>, clean: Treat, isSchema: boolean, treat = clean): Record<string, Json> {
  const pair = isSchema ? undefined : nameOfPair(record);
  const entries = Object.entries(record).map(([key, value]): [string, Json] => {
    const hides = !isSchema && (isSecretName(key) || (key === "value" && pair !== undefined && isSecretName(pair)));
    return [clean(key), scrubValue(value, clean, isSchema, hides ? (text) => clean(hide(text)) : treat)];
  });
  return Object.fromEntries(entries);
}

function scrubValue(value: Json, clean: Treat, isSchema: boolean, treat: Treat): Json {
  if (typeof value === "string") return treat(value);
  if (typeof value === "number") return treat(String(value)) === String(value) ? value : SCRUBBED;
  if (Array.isArray(value)) return value.map((item) => scrubValue(item, clean, isSchema, treat));
  if (value === null || typeof value !== "object") return value;
  return scrubRecord(value, clean, isSchema, treat);
}

/** The name in `{ name: "Authorization", value: "…" }`, as some services take headers. */
function nameOfPair({ name, key }: Readonly<Record<string, Json>>): string | undefined {
  if (typeof name === "string") return name;
  return typeof key === "string" ? key : undefined;
}

function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) && !NO_SECRET.test(name);
}

/** Nothing but where it comes from may be told of a secret. */
function hide(text: string): string {
  if (text === "") return text;
  const parsed = parseTemplateOnce(text);
  if (!parsed.ok) return SCRUBBED;
  const whole = wholeExpression(parsed.template);
  if (whole) return isPath(whole) ? text : SCRUBBED;
  const isPlain = parsed.template.parts.every((part) => part.type === "text");
  if (isPlain) return SCRUBBED;
  // `Bearer {{ env.KEY }}` says nothing.
  const texts = parsed.template.parts.flatMap((part) => (part.type === "text" ? [part.text.trim()] : []));
  const isTold = texts.every((part) => /^(?:Bearer|Basic|Token|Bot)?$/i.test(part));
  return isTold && parsed.template.parts.every((part) => part.type === "text" || isPath(part.expression)) ? text : SCRUBBED;
}

/** Whether an expression names a place and nothing else; `({ a: "…" }).a` holds what it gives. */
function isPath(expression: Expression): boolean {
  switch (expression.type) {
    case "name":
      return true;
    case "member":
      return isPath(expression.object);
    case "index":
      return isPath(expression.object) && (expression.key.type === "string" || expression.key.type === "number" || isPath(expression.key));
    default:
      return false;
  }
}
