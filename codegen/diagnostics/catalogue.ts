// Long, because one table holds every message of the compiler, so that they can be read together.
import { quote, quoteList } from "./quote.ts";

/** One kind of diagnostic: how severe it is, its one sentence, and what to do about it. */
export interface CatalogueEntry<P> {
  readonly severity: "error" | "warning";
  readonly message: (parameters: P) => string;
  readonly hint: (parameters: P) => string;
}

type Sentence<P> = (parameters: P) => string;

function error<P>(message: Sentence<P>, hint: Sentence<P>): CatalogueEntry<P> {
  return { severity: "error", message, hint };
}

function warning<P>(message: Sentence<P>, hint: Sentence<P>): CatalogueEntry<P> {
  return { severity: "warning", message, hint };
}

interface OfNode {
  readonly node: string;
}
interface OfReference {
  readonly name: string;
  readonly nearest?: string | undefined;
}

const suggest = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `Did you mean ${quote(nearest)}?`;

const withArticle = (word: string): string => `${/^[AEIOU]/.test(word) ? "an" : "a"} ${word}`;

/** Every diagnostic of the compiler, by its code. */
export const catalogue = {
  // The document
  "invalid-document": error<{ problem: string }>(
    (p) => `This is not a Weft workflow document: ${p.problem}.`,
    () => 'A document is an object with "weft": 1, "name", "nodes" and "edges".',
  ),
  "newer-document": error<{ version: number; known: number }>(
    (p) => `The document has version ${p.version}; this Weft knows versions up to ${p.known}.`,
    () => "Update Weft, or export the document from the Weft that made it.",
  ),
  "duplicate-id": error<OfNode>(
    (p) => `Two nodes are called ${quote(p.node)}.`,
    () => "Rename one of them: an id names one node.",
  ),
  "duplicate-edge-id": error<{ edge: string }>(
    (p) => `Two edges have the id ${quote(p.edge)}.`,
    () => "Give one of them another id.",
  ),
  "duplicate-edge": warning<{ source: string; port: string; target: string }>(
    (p) => `Two edges join ${quote(p.source)} (${quote(p.port)}) and ${quote(p.target)}.`,
    () => "Delete one of them; the second changes nothing.",
  ),

  // Names
  "invalid-identifier": error<{ name: string; what: string }>(
    (p) => `${quote(p.name)} cannot be the name of ${p.what}.`,
    () => "A name starts with a small letter and goes on with letters and digits, for example `orderTotal`.",
  ),
  "reserved-identifier": error<{ name: string; what: string }>(
    (p) => `${quote(p.name)} cannot be the name of ${p.what}: the generated code needs that word.`,
    (p) => `Choose another name, for example ${quote(`${p.name}Value`)}.`,
  ),
  "error-name-conflict": error<OfNode>(
    (p) => `The node ${quote(`${p.node}Error`)} has the name under which the error of ${quote(p.node)} is read.`,
    (p) => `Rename ${quote(`${p.node}Error`)}, or remove the edges on the error port of ${quote(p.node)}.`,
  ),
  "variable-shadows": error<{ name: string; owner: string; what: string }>(
    (p) => `${quote(p.owner)} calls its items ${quote(p.name)}, which is already ${p.what}.`,
    () => "Give the loop's variable a name of its own.",
  ),

  // The trigger
  "missing-trigger": error<Record<never, never>>(
    () => "The workflow has no trigger.",
    () => "Add a node of kind `trigger`; a manual one will do.",
  ),
  "several-triggers": error<{ node: string; first: string }>(
    (p) => `${quote(p.node)} is a second trigger; ${quote(p.first)} is the first.`,
    () => "Keep one trigger; another way to start the same steps is a workflow that calls this one.",
  ),
  "disabled-trigger": error<OfNode>(
    (p) => `The trigger ${quote(p.node)} is disabled.`,
    () => "Enable it; to stop a workflow from starting, unpublish it.",
  ),
  "trigger-in-container": error<{ node: string; parent: string }>(
    (p) => `The trigger ${quote(p.node)} is inside ${quote(p.parent)}.`,
    () => "Move the trigger out of the container.",
  ),

  // Nodes
  "unknown-kind": error<{ node: string; kind: string; nearest?: string | undefined }>(
    (p) => `${quote(p.node)} is of the unknown kind ${quote(p.kind)}.`,
    (p) => suggest(p.nearest, "Choose a kind from the list of nodes, or install the plugin it belongs to."),
  ),
  "invalid-config": error<{ node: string; field: string; problem: string }>(
    (p) =>
      p.field === ""
        ? `The config of ${quote(p.node)} is wrong: ${p.problem}.`
        : `${quote(p.field)} of ${quote(p.node)} is wrong: ${p.problem}.`,
    (p) => (p.field === "" ? "Correct the node's fields." : `Correct ${quote(p.field)}; a \`{{ }}\` expression may stand for any value.`),
  ),
  "no-cases": error<OfNode>(
    (p) => `The switch ${quote(p.node)} has no cases.`,
    () => "Add a case, or delete the switch.",
  ),
  "duplicate-port": error<{ node: string; port: string }>(
    (p) => `The switch ${quote(p.node)} has the port ${quote(p.port)} twice.`,
    (p) => (p.port === "default" ? "Rename the case: `default` is what happens when no case holds." : "Rename one of the cases."),
  ),
  "port-never-chosen": warning<{ node: string; port: string }>(
    (p) => `${quote(p.node)} has no timeout, so its port ${quote(p.port)} is never chosen.`,
    () => "Set a timeout, or delete the edge.",
  ),
  "policy-not-supported": error<{ node: string; kind: string }>(
    (p) => `${quote(p.node)} has a policy, but ${quote(p.kind)} is not a step.`,
    () => "Remove the policy; retries, timeout and onError belong to steps.",
  ),
  "connection-not-supported": error<{ node: string; kind: string }>(
    (p) => `${quote(p.node)} names a connection, but ${quote(p.kind)} does not use one.`,
    () => "Remove the connection.",
  ),
  "missing-connection": warning<{ node: string; connection: string; nearest?: string | undefined }>(
    (p) => `${quote(p.node)} uses the connection ${quote(p.connection)}, which does not exist here.`,
    (p) => suggest(p.nearest, "Create it before the workflow runs, or choose another one."),
  ),
  "output-not-supported": error<{ node: string; kind: string }>(
    (p) => `${quote(p.node)} says what its output looks like, but that of ${quote(p.kind)} is known.`,
    (p) => (p.kind === "trigger" ? "Describe the run's input by `input` in its config." : "Remove `output`."),
  ),
  "invalid-output-schema": error<{ node: string; place: string; problem: string }>(
    (p) => `The output of ${quote(p.node)} is described wrongly${p.place === "" ? "" : ` at ${quote(p.place)}`}: ${p.problem}.`,
    () => "Use type, properties, required, additionalProperties, items, enum, const, anyOf and description.",
  ),
  "unknown-workflow": error<{ node: string; workflow: string; nearest?: string | undefined }>(
    (p) => `${quote(p.node)} calls the workflow ${quote(p.workflow)}, which does not exist.`,
    (p) => suggest(p.nearest, "Publish that workflow first, or choose another one."),
  ),
  "invalid-code": error<{ node: string; problem: string }>(
    (p) => `The code of ${quote(p.node)} does not parse: ${p.problem}.`,
    () => "Write the body of an async function in TypeScript; hand its result back with `return`.",
  ),
  "loose-node": warning<OfNode>(
    (p) => `${quote(p.node)} is not connected to the trigger, so it never runs.`,
    () => "Connect it to a node that runs, or delete it. It is left out of the code.",
  ),
  "empty-container": warning<OfNode>(
    (p) => `Nothing is inside ${quote(p.node)}.`,
    () => "Put the nodes to repeat inside it.",
  ),

  // Containers
  "unknown-parent": error<{ node: string; parent: string }>(
    (p) => `${quote(p.node)} is inside ${quote(p.parent)}, which does not exist.`,
    () => "Move the node to the top, or into a container that exists.",
  ),
  "parent-not-container": error<{ node: string; parent: string; kind: string }>(
    (p) => `${quote(p.node)} is inside ${quote(p.parent)}, but ${quote(p.kind)} holds no nodes.`,
    () => "Only `control.forEach` and `control.repeat` are containers.",
  ),
  "parent-cycle": error<{ path: readonly string[] }>(
    (p) => `These containers are inside each other: ${p.path.map(quote).join(" → ")}.`,
    () => "Move one of them to the top.",
  ),
  "edge-crosses-container": error<{ source: string; target: string }>(
    (p) => `The edge from ${quote(p.source)} to ${quote(p.target)} crosses the wall of a container.`,
    () => "Connect nodes of the same container, or connect to the container itself.",
  ),

  // Edges
  "unknown-edge-end": error<{ edge: string; node: string; end: string; nearest?: string | undefined }>(
    (p) => `The ${p.end} of the edge ${quote(p.edge)} is ${quote(p.node)}, which does not exist.`,
    (p) => suggest(p.nearest, "Delete the edge, or connect it to a node that exists."),
  ),
  "edge-into-trigger": error<{ source: string; target: string }>(
    (p) => `The edge from ${quote(p.source)} leads into the trigger ${quote(p.target)}.`,
    () => "Delete the edge; to repeat steps, put them into a container.",
  ),
  "edge-on-note": error<OfNode>(
    (p) => `An edge is connected to the note ${quote(p.node)}.`,
    () => "Delete the edge; a note is text on the canvas.",
  ),
  "unknown-port": error<{ node: string; port: string; ports: readonly string[] }>(
    (p) =>
      p.ports.length === 0 ? `${quote(p.node)} has no ports, so no edge can leave it.` : `${quote(p.node)} has no port ${quote(p.port)}.`,
    (p) => (p.ports.length === 0 ? "Delete the edge; the run ends here." : `Use ${quoteList(p.ports)}.`),
  ),
  cycle: error<{ path: readonly string[] }>(
    (p) => `These nodes wait for each other: ${p.path.map((id) => quote(id)).join(" → ")}.`,
    () => "Remove one of the edges; to repeat steps, put them into a `control.repeat` or `control.forEach` container.",
  ),

  // Expressions
  "expression-syntax": error<{ problem: string; advice: string }>(
    (p) => `The expression does not parse: ${p.problem}.`,
    (p) => p.advice,
  ),
  "expression-not-allowed": error<{ problem: string; advice: string }>(
    (p) => `The expression uses what is not allowed: ${p.problem}.`,
    (p) => p.advice,
  ),
  "unknown-reference": error<OfReference & { inScope: readonly string[] }>(
    (p) => `Nothing here is called ${quote(p.name)}.`,
    (p) =>
      suggest(p.nearest, p.inScope.length === 0 ? "Nothing can be read here." : `What can be read here: ${quoteList(p.inScope, "and")}.`),
  ),
  "not-yet-run-reference": error<{ name: string; node: string }>(
    (p) =>
      p.name === p.node
        ? `${quote(p.node)} reads its own output, which does not exist yet.`
        : `${quote(p.name)} has not necessarily run when ${quote(p.node)} starts.`,
    (p) =>
      p.name === p.node
        ? "Read a node that ran before it."
        : `Connect ${quote(p.name)} so that it leads to ${quote(p.node)}, or read another node.`,
  ),
  "reference-into-container": error<{ name: string; container: string }>(
    (p) => `${quote(p.name)} is inside ${quote(p.container)} and cannot be read outside it.`,
    (p) => `Read the output of ${quote(p.container)} instead; a \`control.forEach\` hands out what its \`collect\` says.`,
  ),
  "no-output-reference": error<{ name: string; kind: string }>(
    (p) => `${quote(p.name)} has no output to read (it is a ${quote(p.kind)}).`,
    (p) =>
      p.kind === "control.forEach" ? "Set `collect` on the loop to collect a value from each round." : "Read a node that has an output.",
  ),
  "disabled-reference": error<{ name: string }>(
    (p) => `${quote(p.name)} is disabled, so it has no output.`,
    () => "Enable the node, or read another one.",
  ),
  "loose-reference": error<{ name: string }>(
    (p) => `${quote(p.name)} is not connected to the trigger, so it never runs.`,
    () => "Connect it, or read another node.",
  ),
  "error-reference-unavailable": error<{ name: string; node: string; catches: boolean }>(
    (p) =>
      p.catches
        ? `${quote(p.name)} is only there after the error port of ${quote(p.node)}.`
        : `${quote(p.name)} does not exist: nothing is connected to the error port of ${quote(p.node)}.`,
    (p) => `Read it in a node that comes after the error port of ${quote(p.node)}.`,
  ),
  "unknown-variable": error<{ name: string; nearest?: string | undefined }>(
    (p) => `There is no variable ${quote(p.name)}.`,
    (p) => (p.nearest === undefined ? `Set it: \`weft variables set ${p.name}\`.` : `Did you mean ${quote(`env.${p.nearest}`)}?`),
  ),
  "secret-outside-step": error<{ name: string; node: string; reason: "place" | "computed" }>(
    (p) =>
      p.reason === "place"
        ? `The variable ${quote(p.name)} is secret, and what ${quote(p.node)} makes of it would be written down.`
        : `The variable ${quote(p.name)} is secret, so nothing can be computed from it here.`,
    (p) =>
      p.reason === "place"
        ? "Use it in the config of a step that needs it, nowhere else."
        : `Write ${quote(`{{ env.${p.name} }}`)} alone or inside a text: the value is put in when the step runs.`,
  ),
  "object-in-text": warning<{ text: string }>(
    (p) => `${quote(p.text)} is an object; inside a text it becomes "[object Object]" or a list without brackets.`,
    (p) => `Read one of its fields, or write ${quote(`JSON.stringify(${p.text})`)}.`,
  ),

  // Size
  "nested-too-deeply": error<Record<never, never>>(
    () => "The workflow's branches or loops are nested too deeply to be written as code.",
    () => "Put a part of it into a workflow of its own and call it.",
  ),

  // Ends
  "return-in-concurrency": error<{ node: string; other: string; reason: "node" | "loop" }>(
    (p) =>
      p.reason === "loop"
        ? `${quote(p.node)} ends the run inside ${quote(p.other)}, whose rounds run concurrently.`
        : `${quote(p.node)} ends the run while ${quote(p.other)} may still be running beside it.`,
    (p) =>
      p.reason === "loop"
        ? `Set the concurrency of ${quote(p.other)} to 1, or collect values and return after the loop.`
        : `Connect the two so that one waits for the other, or move ${quote(p.node)} after the branches have joined.`,
  ),

  // Source code (codegen/parse and codegen/types)
  "source-syntax": error<{ problem: string }>(
    (p) => `The code does not parse: ${p.problem}.`,
    () => "Close what is open, or undo the last edit.",
  ),
  "source-not-supported": error<{ what: string; advice: string }>(
    (p) => `A workflow cannot hold ${p.what}.`,
    (p) => p.advice,
  ),
  "source-unknown-import": error<{ name: string; module: string }>(
    (p) => `${quote(p.name)} from ${quote(p.module)} is no step of this Weft.`,
    () => "Import steps of installed plugins, `workflow`, the kit, or another workflow from `@/workflows/…`.",
  ),
  "source-unknown-call": error<{ name: string; nearest?: string | undefined }>(
    (p) => `${quote(p.name)} is no step, workflow or helper that can be called here.`,
    (p) => suggest(p.nearest, 'Import a plugin\'s step, or put the work in a local function that starts with "use step".'),
  ),
  "source-missing": error<{ what: string; advice: string }>(
    (p) => `The module has no ${p.what}.`,
    (p) => p.advice,
  ),
  "source-expression": error<{ problem: string; advice: string }>(
    (p) => `A workflow's expressions cannot do this: ${p.problem}.`,
    (p) => p.advice,
  ),
  "source-name": error<{ name: string; problem: string }>(
    (p) => `${quote(p.name)} ${p.problem}.`,
    () => "Choose another name: small first letter, then letters and digits, each name once in the workflow.",
  ),
  "source-config": error<{ step: string; problem: string }>(
    (p) => `${quote(p.step)} ${p.problem}.`,
    () => "Write what the step is given as an object literal: `request({ url: … })`.",
  ),
  "possibly-missing": error<{ text: string; because: string; advice: string }>(
    (p) => `${quote(p.text)} may be missing here: ${p.because}.`,
    (p) => p.advice,
  ),
  "missing-in-text": warning<{ text: string; because: string; advice: string }>(
    (p) => `${quote(p.text)} may be missing, and the text then says "undefined" or "null": ${p.because}.`,
    (p) => p.advice,
  ),
  "not-data": error<{ text: string; what: string; path: string; advice: string }>(
    (p) =>
      `${quote(p.text)} ${p.path === "" ? `is ${withArticle(p.what)}` : `has ${withArticle(p.what)} in ${quote(p.path)}`}, and code steps are given and give data: texts, numbers, true and false, lists and objects.`,
    (p) => p.advice,
  ),
  "always-true": warning<{ text: string; what: string; advice: string }>(
    (p) => `${quote(p.text)} is ${p.what}, which counts as true whatever is in it.`,
    (p) => p.advice,
  ),
  "unknown-property": error<{
    property: string;
    /** What is read from, or what takes the field, quoted. */
    owner: string;
    what?: string | undefined;
    /** The value has one of several shapes, of which some have the field. */
    several?: true;
    nearest?: string | undefined;
    advice: string;
  }>(
    (p) => {
      if (p.several) return `${p.owner} comes in several shapes, and not each of them has ${quote(p.property)}.`;
      return p.what === undefined
        ? `${p.owner} has no field ${quote(p.property)}.`
        : `${p.owner} is ${p.what}, which has no ${quote(p.property)}.`;
    },
    (p) => suggest(p.nearest, p.advice),
  ),
  "unchecked-data": warning<{
    workflow: string;
    node: string;
    source: string;
    uses: readonly string[];
    remedy: "type" | "samples" | "input";
  }>(
    (p) => {
      const [first = "", ...more] = p.uses.map(quote);
      const reads =
        more.length === 0 ? `${first} is` : more.length === 1 ? `${first} and ${more[0]} are` : `${first} and ${more.length} more are`;
      return `Nothing is known of the shape of ${quote(p.source)}, so ${reads} not checked.`;
    },
    (p) => {
      const infer = `weft types infer ${p.workflow} ${p.node}`;
      if (p.remedy === "input")
        return `Describe in ${quote(p.node)} what a run is given (\`input\`), or infer it from finished runs: \`${infer}\`.`;
      const from = p.remedy === "samples" ? `samples: \`${infer} --samples bodies.json\`` : `finished runs: \`${infer}\``;
      return `Give ${quote(p.node)} a type (\`output\`), or infer it from ${from}.`;
    },
  ),
  "type-mismatch": error<{ problem: string; advice: string }>(
    (p) => `${p.problem}.`,
    (p) => p.advice,
  ),
};

/** The code of a diagnostic. */
export type DiagnosticCode = keyof typeof catalogue;

/** What the sentences of a code need to know. */
export type DiagnosticParameters<C extends DiagnosticCode> = Parameters<(typeof catalogue)[C]["message"]>[0];
