import { ts } from "ts-morph";

import { compile, type Graph, parse } from "../../codegen/index.ts";
import { catalog } from "../../plugins/catalog.ts";
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
    for (const [size, goal] of GOALS) {
      const graph = makeMixedGraph(size);
      const source = compileOrThrow(graph);
      const repeats = Math.max(1, Math.round(200 / size));
      const many = (work: () => unknown) => async () =>
        (await time(() => {
          for (let index = 0; index < repeats; index++) work();
        })) / repeats;
      const rounds = size >= 1_000 ? Math.min(5, lab.rounds) : lab.rounds;
      const compiling = many(() => compileOrThrow(graph));
      const parsing = many(() => parse(source, catalog));
      await alternate(2, compiling, parsing);
      const [compiled = NaN, parsed = NaN, printed = NaN] = await alternate(
        rounds,
        compiling,
        parsing,
        many(() => parseAndPrint(source)),
      );
      const nodes = `${graph.nodes.length} nodes`;
      const yardsticks = [{ what: "TypeScript parses and prints the module", value: printed }];
      figures.push({
        id: "C1",
        what: `compile ${nodes}`,
        value: compiled,
        unit: "ms",
        goal: `≤ ${goal} ms`,
        reached: compiled <= goal,
        yardsticks,
      });
      figures.push({
        id: "C2",
        what: `parse ${nodes}`,
        value: parsed,
        unit: "ms",
        goal: "≤ 2 × compile",
        reached: parsed <= 2 * compiled,
        yardsticks: [{ what: "compile", value: compiled }],
      });
    }
    const growth = await measureGrowth(lab.quick ? 3 : 5);
    figures.push({
      id: "C1",
      what: "cost of a node, 100 → 1,000 → 5,000, the worse step",
      value: growth,
      unit: "×",
      goal: "≤ 1.3 ×",
      reached: growth <= 1.3,
    });
    return figures;
  },
};

/** How much more a node costs in a graph ten, then five times as large; the worse of the two. The sizes take turns, so that noise meets them alike. */
async function measureGrowth(rounds: number): Promise<number> {
  const graphs = [100, 1_000, 5_000].map((size) => makeMixedGraph(size));
  const repeats = [30, 3, 1];
  const work = graphs.map((graph, index) => async () => {
    const times = repeats[index] ?? 1;
    const ms = await time(() => {
      for (let repeat = 0; repeat < times; repeat++) compileOrThrow(graph);
    });
    return ms / times / graph.nodes.length;
  });
  const [hundred = NaN, thousand = NaN, fiveThousand = NaN] = await alternate(rounds, ...work);
  return Math.max(thousand / hundred, fiveThousand / thousand);
}

function compileOrThrow(graph: Graph): string {
  const compiled = compile(graph, catalog);
  if (!compiled.ok) throw new Error(`The bench's graph is refused: ${compiled.diagnostics[0]?.message}`);
  return compiled.source;
}

function parseAndPrint(source: string): string {
  return ts.createPrinter().printFile(ts.createSourceFile("workflow.ts", source, ts.ScriptTarget.ES2024, true));
}
