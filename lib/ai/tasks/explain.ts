import { writeShapes } from "./write-shapes.ts";
import { requireNode } from "./require-node.ts";
import { stripThoughts } from "./strip-thoughts.ts";
import type { MakeTask } from "./task.ts";

/** What a workflow or one node of it does, in plain words. */
export const explain: MakeTask<"explain"> = ({ graph, fence, context }, { node: id }) => {
  const node = id === undefined ? undefined : requireNode(graph, id);
  const what = node
    ? `one node, whose id stands before this: what it does, what it reads, what comes after it, and what happens when it fails`
    : "the workflow: when it runs, what it does in order, where it branches or waits, and what comes of it";
  return {
    instructions: `You explain workflows to the people who use them, in plain words and short paragraphs, in Markdown without headings, images or links. Say only what the document says.\n${fence.rule}`,
    message: [
      writeShapes(fence, graph, context.catalog),
      fence.graph(graph, new Set(node ? [node.id] : []), 16_000),
      ...(node ? [fence.data("the node's id", node.id)] : []),
      fence.request(`Explain ${what}. Also say what looks wrong or missing, if anything does.`),
    ].join("\n\n"),
    streams: true,
    takesParts: true,
    maxOutputTokens: 2_000,
    read: (answer, ended) => {
      const text = stripThoughts(answer).trim();
      return text === ""
        ? { missing: "There is no explanation in the model's answer." }
        : { result: { task: "explain", text, ended }, problems: [] };
    },
  };
};
