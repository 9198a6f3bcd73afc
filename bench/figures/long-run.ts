import type { Bench } from "../figure.ts";
import { makeChain } from "../make-graph.ts";
import { median } from "../measure.ts";

const STEPS = 1_000;
const EDGE = 100;

/** R5: a step late in a long run costs what an early one does. */
export const longRunBench: Bench = {
  ids: ["R5"],
  async run(lab) {
    const weft = await lab.startWeft();
    const version = await weft.call<string>("publish", makeChain(STEPS));
    const [first, last]: [number[], number[]] = [[], []];
    for (let round = 0; round < (lab.quick ? 3 : 5); round++) {
      const gaps = await weft.call<number[]>("gaps", { version, input: { body: { id: 1, total: 1 } } });
      first.push(sum(gaps.slice(0, EDGE)));
      last.push(sum(gaps.slice(-EDGE)));
    }
    await lab.stopAll();
    const [early, late] = [median(first), median(last)];
    const yardsticks = [{ what: "the first 100", value: early }];
    return [
      {
        id: "R5",
        what: "the last 100 of 1,000 durable steps in one run",
        value: late,
        unit: "ms",
        goal: "≤ 1.5 × the first 100",
        reached: late <= 1.5 * early,
        yardsticks,
      },
    ];
  },
};

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
