import { setTimeout as sleep } from "node:timers/promises";

import type { Bench } from "../figure.ts";
import { makeChain } from "../make-graph.ts";
import type { Figure } from "../measure.ts";

const STEPS = 5;
/** Long enough that every run is inside a step when the process is killed. */
const STEP_MS = 150;

/** R9: `kill -9` in the midst of many runs, a new process, and what became of them. */
export const killBench: Bench = {
  ids: ["R9"],
  async run(lab) {
    const runs = lab.long ? 1_000 : 50;
    const database = await lab.createDatabase({ migrate: true });
    const env = { DATABASE_URL: database, WEFT_BENCH_STEPS: String(STEP_MS) };
    const victim = lab.start("weft", { env });
    const version = await victim.call<string>("publish", makeChain(STEPS));
    const ids = await victim.call<string[]>("startOnly", { version, total: runs });
    await sleep(STEP_MS * 2.5);
    await victim.kill();
    const killed = Date.now();
    const heir = lab.start("weft", { env });
    const first = await heir.firstStep(killed);
    const ends = await Promise.all(
      ids.map((runId) => heir.call<{ status: string; result: unknown } | null>("waitForEnd", { runId, timeoutMs: 120_000 })),
    );
    const lost = ends.filter((end) => end === null || end.status !== "completed").length;
    const wrong = ends.filter((end) => end?.status === "completed" && JSON.stringify(end.result) !== '{"ok":true}').length;
    const [steps] = await heir.call<{ ended: number }[]>("query", {
      text: "select count(*)::int ended from run_steps where status = 'completed'",
    });
    await lab.stopAll();
    const figures: Figure[] = [
      {
        id: "R9",
        what: `kill -9 in the midst of ${runs} runs: start of a new process to the first step of an interrupted run`,
        value: first,
        unit: "ms",
        goal: "≤ 5 s",
        reached: first <= 5_000,
      },
      { id: "R9", what: `lost or wrong of ${runs}`, value: lost + wrong, unit: "", goal: "0", reached: lost + wrong === 0 },
      {
        id: "R9",
        what: "steps kept as completed",
        value: steps?.ended ?? NaN,
        unit: "",
        goal: String(runs * STEPS),
        reached: steps?.ended === runs * STEPS,
      },
    ];
    return figures;
  },
};
