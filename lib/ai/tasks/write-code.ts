import { isCodeInputName } from "../../../codegen/schema/identifiers.ts";
import { configOf } from "../../../codegen/schema/node-facts.ts";
import { AppError } from "../../errors.ts";
import { writeShapes } from "./write-shapes.ts";
import { writeProblems } from "../write-problems.ts";
import { requireNode } from "./require-node.ts";
import { stripFence } from "./strip-fence.ts";
import type { MakeTask } from "./task.ts";

/** The body of a code step, checked as publishing would. */
export const writeCode: MakeTask<"code"> = ({ graph, fence, context, check }, { node: id, prompt }) => {
  const node = requireNode(graph, id);
  if (node.kind !== "code")
    throw new AppError("invalid_input", `${id} is no code step.`, { hint: "Ask for an expression, or for a change of the workflow." });
  // A name that is none would be an order outside of the marks.
  const inputs = Object.keys(Object(configOf(node)["inputs"] ?? {})).filter(isCodeInputName);
  return {
    instructions: `You write the body of an async TypeScript function: statements that end in a return. Its parameters are ${inputs.length === 0 ? "none" : inputs.join(", ")}. It runs in a sandbox: the language itself, JSON, Math, Date, URL, console; no network, no files, no imports, no globals of a browser or of Node. Answer with the body only, in one Markdown code fence.\n${fence.rule}`,
    message: [
      writeShapes(fence, graph, context.catalog),
      fence.graph(graph, new Set([id]), 12_000),
      fence.data("the step's id", id),
      fence.request(prompt),
    ].join("\n\n"),
    streams: true,
    takesParts: false,
    maxOutputTokens: 4_000,
    read: (answer) => {
      const source = stripFence(answer);
      if (source.trim() === "") return { missing: "There is no code in the model's answer." };
      const changed = {
        ...graph,
        nodes: graph.nodes.map((other) => (other === node ? { ...node, config: { ...node.config, source } } : other)),
      };
      const diagnostics = check(changed).filter(({ location }) => location.node === id);
      const errors = diagnostics.filter(({ severity, location }) => severity === "error" && location.path?.[0] !== "inputs");
      return {
        result: { task: "code", source, diagnostics: diagnostics.map((one) => ({ ...one })) },
        problems: errors.length === 0 ? [] : [writeProblems({ fence, check }, changed, errors)],
      };
    },
  };
};
