import type { Bench } from "../figure.ts";
import { makeMixedGraph } from "../make-graph.ts";
import { alternate } from "../measure.ts";

/** C5: everything between pressing publish and a version that runs. */
export const publishBench: Bench = {
  ids: ["C5"],
  async run(lab) {
    const [weft, raw] = [await lab.startWeft(), await lab.startRawQueue()];
    const graph = makeMixedGraph(20, "published");
    let edits = 0;
    const publish = () => {
      const nodes = graph.nodes.map((node, index) => (index === 1 ? { ...node, label: `Edit ${++edits}` } : node));
      return weft.call<number>("timePublish", { ...graph, nodes });
    };
    await alternate(3, publish);
    const commit = async () => (await raw.call<{ all: number }>("commits", { steps: 1, total: 1, concurrency: 1 })).all;
    const [published = NaN, committed = NaN] = await alternate(lab.rounds, publish, commit);
    await lab.stopAll();
    const yardsticks = [{ what: "one INSERT and its commit", value: committed }];
    return [
      {
        id: "C5",
        what: `publish ${graph.nodes.length} nodes: compile, check types, bundle, store`,
        value: published,
        unit: "ms",
        goal: "≤ 300 ms",
        reached: published <= 300,
        yardsticks,
      },
    ];
  },
};
