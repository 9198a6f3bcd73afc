import { createTypeReader } from "../../codegen/types/types-at.ts";
import { catalog } from "../../plugins/catalog.ts";
import type { Bench } from "../figure.ts";
import { makeMixedGraph } from "../make-graph.ts";
import { alternate, time } from "../measure.ts";

const typed = "Order {{ n0.body.items.map((item) => item.price).join() + n0.body.id";

/** C7: what an editor asks while a person types: the names in scope of a field, and what may be written at each letter. */
export const typesAtBench: Bench = {
  ids: ["C7"],
  async run(lab) {
    const graph = makeMixedGraph(100);
    const calls = graph.nodes.filter(({ kind }) => kind === "http.request").map(({ id }) => id);
    const reader = createTypeReader({ catalog });
    let turn = 0;
    let letters = 0;
    // Each call is of a field that was not asked about lately.
    const opening = () => time(() => reader.typesAt(graph, calls[++turn % calls.length] ?? "", ["body", "note"]));
    const typing = () => {
      const text = typed.slice(0, 9 + (letters++ % (typed.length - 9)));
      return time(() => reader.completionsAt(graph, calls[turn % calls.length] ?? "", ["body", "note"], text, text.length));
    };
    await alternate(5, opening, typing);
    const [opened = NaN] = await alternate(lab.rounds * 3, opening);
    const [letter = NaN] = await alternate(lab.rounds * 6, typing);
    return [
      { id: "C7", what: "names in scope of a field, 100 nodes, warm", value: opened, unit: "ms", goal: "≤ 50 ms", reached: opened <= 50 },
      { id: "C7", what: "completions at the next letter", value: letter, unit: "ms", goal: "≤ 20 ms", reached: letter <= 20 },
    ];
  },
};
