import type { Diagnostic } from "../../codegen/diagnostics/diagnostic.ts";
import type { Graph } from "../../codegen/schema/graph.ts";
import { isIdentifier } from "../../codegen/schema/identifiers.ts";
import { bindsOutput } from "../../codegen/schema/node-facts.ts";
import type { GenerateRequest, Rejected } from "../api/ai-schemas.ts";
import { describeAction } from "./describe-action.ts";
import { LANGUAGE } from "./language.ts";
import type { Prepared } from "./prepare.ts";
import { describeNames } from "./prepare.ts";
import type { CatalogExcerpt } from "./search-catalog.ts";
import { writeProblems } from "./write-problems.ts";

/** Of parts of the prompts: tokens as estimated, and characters. */
const GRAPH_TOKENS = 12_000;
const LONGEST_PROBLEMS = 8_000;
const LONGEST_NAMES = 6_000;
const LONGEST_SHAPES = 12_000;

/** What the model is, which marks stand around data, and the language. */
export function writeInstructions({ fence }: Prepared): string {
  return `You draw workflows in Weft: you turn a person's request into operations on a graph document.\n${fence.rule}\n\n${LANGUAGE}`;
}

/** The request with everything that it needs: actions, names, the document, what is wrong with it, and the run that the person named. */
export function writeRequest(
  prepared: Prepared,
  request: GenerateRequest,
  given: { readonly catalog: CatalogExcerpt; readonly run: string | undefined; readonly before: readonly Diagnostic[] },
): string {
  const { fence, graph, context, connections } = prepared;
  const selection = new Set(request.selection ?? []);
  // Outside of the marks stand identifiers only: an imported document may call its nodes anything.
  const named = graph.nodes.filter(({ id }) => isIdentifier(id));
  const selected = named.filter(({ id }) => selection.has(id)).map(({ id }) => id);
  const reads = named.filter((node) => bindsOutput(node, context.catalog)).map(({ id }) => id);
  return [
    fence.catalog(given.catalog.text),
    fence.data("names", describeNames({ connections, context }), LONGEST_NAMES),
    fence.graph(graph, selection, GRAPH_TOKENS),
    ...(given.before.length === 0
      ? []
      : [fence.data("problems of the document as it is", writeProblems(prepared, graph, given.before), LONGEST_PROBLEMS)]),
    ...(given.run === undefined ? [] : [fence.data("the last run", given.run)]),
    ...(selected.length === 0 ? [] : [`The person has selected: ${selected.join(", ")}. "This" and "it" mean that.`]),
    ...(reads.length === 0 ? [] : [`Nodes with a value to read: ${reads.join(", ")}.`]),
    fence.request(request.prompt),
  ].join("\n\n");
}

/** What is to be mended, with the document as it is now and the shapes of actions that the model has not seen. `told` comes to hold their kinds. */
export function writeRepair(
  prepared: Prepared,
  draft: Graph,
  wrong: { readonly problems: readonly Diagnostic[]; readonly rejected: readonly Rejected[]; readonly isCut: boolean },
  told: Set<string>,
): string {
  const { fence, context } = prepared;
  const { problems, rejected, isCut } = wrong;
  const kinds = [...new Set(draft.nodes.map(({ kind }) => kind))].filter((kind) => !told.has(kind));
  const fresh = kinds.flatMap((kind) => context.catalog.actions.get(kind) ?? []);
  for (const { kind } of fresh) told.add(kind);
  return [
    isCut
      ? "Your answer broke off. What came whole was applied; go on from there."
      : "Your operations were applied, but for what follows. Mend it with more operations; repeat none that was applied.",
    ...(rejected.length === 0 ? [] : [fence.data("rejected lines", rejected.map(({ line, reason }) => `${line}\n  ${reason}`).join("\n"))]),
    ...(problems.length === 0 ? [] : [fence.data("problems", writeProblems(prepared, draft, problems), LONGEST_PROBLEMS)]),
    ...(fresh.length === 0 ? [] : [fence.catalog(fresh.map(describeAction).join("\n"), LONGEST_SHAPES)]),
    fence.graph(draft, new Set(problems.flatMap(({ location }) => location.node ?? [])), GRAPH_TOKENS / 2),
  ].join("\n\n");
}

/** For a model that answered with words alone. */
export const FORGOTTEN =
  'Answer with operations, one JSON object a line and nothing else; or, if you will not, with one {"op":"say","text":"why"}.';
