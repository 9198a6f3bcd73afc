import type { Bench } from "../figure.ts";
import type { Lab } from "../lab.ts";
import { makeMixedGraph } from "../make-graph.ts";
import { alternate, median } from "../measure.ts";

const graph = makeMixedGraph(100);

/** C4: TypeScript's own diagnostics of a module, in a process that has just started and after an edit. */
export const typeCheckBench: Bench = {
  ids: ["C4"],
  async run(lab) {
    const rounds = lab.quick ? 3 : 5;
    const [cold = NaN, plain = NaN] = await alternate(
      rounds,
      () => inFreshProcess(lab, "check"),
      () => inFreshProcess(lab, "plain"),
    );
    const edited = await editMany(lab, lab.rounds * 3);
    return [
      {
        id: "C4",
        what: "type check, 100 nodes, cold",
        value: cold,
        unit: "ms",
        goal: "≤ 2 s",
        reached: cold <= 2_000,
        yardsticks: [{ what: "a TypeScript program of the same module", value: plain }],
      },
      {
        id: "C4",
        what: "type check, 100 nodes, after one edit",
        value: edited,
        unit: "ms",
        goal: "≤ 50 ms",
        reached: edited <= 50,
        yardsticks: [{ what: "the same, cold", value: cold }],
      },
    ];
  },
};

async function inFreshProcess(lab: Lab, command: "check" | "plain"): Promise<number> {
  const contender = lab.start("types");
  try {
    const answer = await contender.call<{ ms: number; found: number } | number>(command, graph);
    if (typeof answer === "number") return answer;
    if (answer.found > 0) throw new Error(`The bench's graph has ${answer.found} type errors.`);
    return answer.ms;
  } finally {
    await contender.stop();
  }
}

async function editMany(lab: Lab, times: number): Promise<number> {
  const contender = lab.start("types");
  const all: number[] = [];
  for (let edit = 0; edit < times + 3; edit++) {
    const nodes = graph.nodes.map((node, index) =>
      index === 1 ? { ...node, config: { ...node.config, url: `https://api.example.com/{{ n0.body.id + ${edit} }}` } } : node,
    );
    const { ms } = await contender.call<{ ms: number }>("check", { ...graph, nodes });
    // The first ones warm the checker up.
    if (edit >= 3) all.push(ms);
  }
  await contender.stop();
  return median(all);
}
