import { ts } from "ts-morph";

import { compile, type Graph, parse } from "../../codegen/index.ts";
import { catalog } from "../../plugins/catalog.generated.ts";
import type { Bench } from "../figure.ts";
import { makeMixedGraph } from "../make-graph.ts";
import { alternate, type Figure, time } from "../measure.ts";

const GOALS: readonly (readonly [size: number, ms: number])[] = [
  [10, 5],
  [100, 30],
  [1_000, 300],
  [5_000, 1_500],
];

/** C1 and C2: a graph to its module and back, beside TypeScript's own parser and printer on that module. */
export const compileBench: Bench = {
  ids: ["C1", "C2"],
  async run(lab) {
    const figures: Figure[] = [];
    const perNode: number[] = [];
    for (const [size, goal] of GOALS) {
      const graph = makeMixedGraph(size);
      const source = compileOrThrow(graph);
      const repeats = Math.max(1, Math.round(200 / size));
      const many = (work: () => unknown) => async () => (await time(() => { for (let index = 0; index < repeats; index++) work(); })) / repeats;
      const rounds = size >= 1_000 ? Math.min(5, lab.rounds) : lab.rounds;
      const compiling = many(() => compileOrThrow(graph));
      const parsing = many(() => parse(source, catalog));
      await alternate(2, compiling, parsing);
      const [compiled = NaN, parsed = NaN, printed = NaN] = await alternate(rounds, compiling, parsing, many(() => parseAndPrint(source)));
      perNode.push(compiled / graph.nodes.length);
      const nodes = `${graph.nodes.length} nodes`;
      const yardsticks = [{ what: "TypeScript parses and prints the module", value: printed }];
      figures.push({ id: "C1", what: `compile ${nodes}`, value: compiled, unit: "ms", goal: `≤ ${goal} ms`, reached: compiled <= goal, yardsticks });
      figures.push({ id: "C2", what: `parse ${nodes}`, value: parsed, unit: "ms", goal: "≤ 2 × compile", reached: parsed <= 2 * compiled, yardsticks: [{ what: "compile", value: compiled }] });
    }
    const [, hundred = NaN, thousand = NaN, fiveThousand = NaN] = perNode;
    const growth = Math.max(thousand / hundred, fiveThousand / thousand);
    figures.push({ id: "C1", what: "cost of a node, 100 → 1,000 → 5,000, the worse step", value: growth, unit: "×", goal: "≤ 1.3 ×", reached: growth <= 1.3 });
    return figures;
  },
};

function compileOrThrow(graph: Graph): string {
  const compiled = compile(graph, catalog);
  if (!compiled.ok) throw new Error(`The bench's graph is refused: ${compiled.diagnostics[0]?.message}`);
  return compiled.source;
}

function parseAndPrint(source: string): string {
  return ts.createPrinter().printFile(ts.createSourceFile("workflow.ts", source, ts.ScriptTarget.ES2024, true));
}
