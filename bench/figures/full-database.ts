import type { Bench } from "../figure.ts";
import type { Contender } from "../contender.ts";
import { makeChain, makeWebhook } from "../make-graph.ts";
import { alternate, median } from "../measure.ts";
import type { Timing } from "../serve-contender.ts";

const RUNS = 100_000;

// Finished runs of three events and one step each, a minute apart, one in ten failed: as they would lie there after some months.
const FILL = [
  `insert into runs (id, workspace_id, workflow_id, version_id, sdk_name, trigger, status, input, result, last_seq, created_at, started_at, completed_at, updated_at)
   select 'run_old' || lpad(n::text, 8, '0'), v.workspace_id, v.workflow_id, v.id, 'weft/webhook/' || v.sha256, 'http', case when n % 10 = 0 then 'failed' else 'completed' end,
     '{"body":{"id":1,"total":5}}', '{"id":1,"ok":true}', 3, t.made, t.made, t.made, t.made
   from versions v, generate_series(1, ${RUNS}) n, lateral (select now() - n * interval '1 minute' as made) t where v.id = $1`,
  `insert into workflow_events (run_id, seq, type, spec_version, created_at)
   select r.id, e.seq, e.type, 2, r.created_at from runs r, (values (1, 'run_created'), (2, 'run_started'), (3, 'run_completed')) e(seq, type) where r.id like 'run_old%'`,
  `insert into run_steps (run_id, step_id, workspace_id, node, status, attempt, created_at, started_at, completed_at)
   select id, 'step_n1_0', workspace_id, 'n1', status, 1, created_at, created_at, created_at from runs where id like 'run_old%'`,
  "analyze",
];

/** R10: the same figures with many finished runs in the database. */
export const fullDatabaseBench: Bench = {
  ids: ["R10"],
  async run(lab) {
    const [empty, full] = [await lab.startWeft(), await lab.startWeft()];
    const chain = { empty: await empty.call<string>("publish", makeChain(40)), full: await full.call<string>("publish", makeChain(40)) };
    const webhook = { empty: await empty.call<string>("publish", makeWebhook()), full: await full.call<string>("publish", makeWebhook()) };
    for (const [index, text] of FILL.entries()) await full.call("query", { text, values: index === 0 ? [webhook.full] : [] });
    const input = { body: { id: 1, total: 5 } };
    const inARow = (who: Contender, version: string) => async () =>
      median((await who.call<Timing>("run", { version, input, total: 3, concurrency: 1 })).each);
    const atOnce = (who: Contender, version: string) => async () =>
      200_000 / (await who.call<Timing>("run", { version, input, total: 200, concurrency: 10 })).all;
    const list = (filter: object) => () => full.call<number>("listRuns", { limit: 50, ...filter });
    const rows = [inARow(empty, chain.empty), inARow(full, chain.full), atOnce(empty, webhook.empty), atOnce(full, webhook.full)];
    await alternate(2, ...rows);
    const [rowEmpty = NaN, rowFull = NaN, onceEmpty = NaN, onceFull = NaN] = await alternate(lab.rounds, ...rows);
    const lists = await alternate(lab.rounds * 3, list({}), list({ workflow: "webhook" }), list({ status: "failed" }));
    const [all = NaN, ofWorkflow = NaN, ofStatus = NaN] = lists;
    await lab.stopAll();
    return [
      { id: "R10", what: "a page of 50 of 100,000 runs", value: all, unit: "ms", goal: "≤ 20 ms", reached: all <= 20 },
      {
        id: "R10",
        what: "a page of 50 of them, of one workflow",
        value: ofWorkflow,
        unit: "ms",
        goal: "≤ 20 ms",
        reached: ofWorkflow <= 20,
      },
      { id: "R10", what: "a page of 50 of them, failed", value: ofStatus, unit: "ms", goal: "≤ 20 ms", reached: ofStatus <= 20 },
      {
        id: "R10",
        what: "webhook runs on the engine, 10 at once, beside 100,000 finished ones",
        value: onceFull,
        unit: "/s",
        goal: "within 10 %",
        reached: onceFull >= 0.9 * onceEmpty,
        yardsticks: [{ what: "in an empty database", value: onceEmpty }],
      },
      {
        id: "R10",
        what: "40 durable steps in a row beside 100,000 finished runs",
        value: rowFull,
        unit: "ms",
        goal: "within 10 %",
        reached: rowFull <= 1.1 * rowEmpty,
        yardsticks: [{ what: "in an empty database", value: rowEmpty }],
      },
    ];
  },
};
