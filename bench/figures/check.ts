import { ts } from "ts-morph";

import { check, compile, parseCodeBody } from "../../codegen/index.ts";
import { catalog } from "../../plugins/catalog.ts";
import type { Bench } from "../figure.ts";
import { makeMixedGraph } from "../make-graph.ts";
import { alternate, time } from "../measure.ts";

/** C3: the rules alone, as on each keystroke: one text changes between two checks. */
export const checkBench: Bench = {
  ids: ["C3"],
  async run(lab) {
    const graph = makeMixedGraph(1_000);
    const compiled = compile(graph, catalog);
    const source = compiled.ok ? compiled.source : "";
    const [, call] = graph.nodes;
    let keystrokes = 0;
    const checking = () => {
      if (call) call.config = { ...call.config, url: `https://api.example.com/{{ n0.body.id + ${++keystrokes} }}` };
      return time(() => check(graph, catalog, { parseCode: parseCodeBody }));
    };
    await alternate(3, checking);
    const [checked = NaN, scanned = NaN] = await alternate(lab.rounds * 3, checking, () =>
      time(() => ts.createSourceFile("workflow.ts", source, ts.ScriptTarget.ES2024)),
    );
    const yardsticks = [{ what: "TypeScript parses the module it compiles to", value: scanned }];
    return [
      {
        id: "C3",
        what: `check without types, ${graph.nodes.length} nodes, one edited`,
        value: checked,
        unit: "ms",
        goal: "≤ 20 ms",
        reached: checked <= 20,
        yardsticks,
      },
    ];
  },
};
