import type { CodeStatement } from "../../ir/ir.ts";
import { indentCodeBody } from "../code-body.ts";
import type { EmitContext } from "../context.ts";
import type { Doc } from "../doc.ts";
import { declareData } from "../data-type.ts";
import { braces, group, hardline, indent, join, line, list, mark, raw, trailingSemicolonOrSpace } from "../doc.ts";
import { printIdentifier } from "../identifier.ts";
import { printIgnoredFailure, printPolicy } from "../policy.ts";

/** `totalStep({ … })`: the user's own code as a local step. */
export function printCode(ir: CodeStatement, context: EmitContext): Doc {
  const inputs = Object.keys(ir.inputs);
  const input = inputs.length > 0 || context.target === "server" ? context.value(ir.inputs, ir.node, ["inputs"]) : "";
  if (context.target === "server") return [`${ir.node.id}$step(`, input, ")", printIgnoredFailure(ir)];
  const name = context.names.stepOf(ir.node.id);
  const names = inputs.map((input) => printIdentifier(input));
  const parameter =
    names.length === 0
      ? ""
      : [
          list("{", names, "}", true),
          ": ",
          group(
            "{",
            indent(
              line,
              join(
                [";", line],
                names.map((input) => `${input}: any`),
              ),
            ),
            trailingSemicolonOrSpace,
            "}",
          ),
        ];
  context.addLocalStep(
    mark(
      ir.node.id,
      [],
      [
        `async function ${name}(`,
        parameter,
        ")",
        ir.output === undefined ? " " : `: Promise<${declareData(ir.node, ir.output, context)}> `,
        braces(['"use step";', hardline, mark(ir.node.id, ["source"], raw(indentCodeBody(ir.source)))]),
        printPolicy(name, ir.policy, ["retries", "timeout"]),
      ],
    ),
  );
  return [name, "(", input, ")", printIgnoredFailure(ir)];
}
