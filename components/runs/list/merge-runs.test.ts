import { describe, expect, it } from "vitest";
import type { RunSummary } from "../../../lib/api/schemas.ts";
import { at } from "../timeline/sample-timeline.ts";
import { applyChanges, mergeFirstPage } from "./merge-runs.ts";

function run(n: number, status: RunSummary["status"] = "completed"): RunSummary {
  const id = `run_${n}`;
  return {
    id,
    url: `/api/runs/${id}`,
    workflow: "orderAlert",
    version: 1,
    status,
    trigger: "http",
    note: null,
    createdAt: at(n * 1_000),
    startedAt: null,
    endedAt: null,
    error: null,
  };
}

const read = (pages: readonly { readonly runs: readonly RunSummary[] }[]): string[] =>
  pages.map((page) => page.runs.map(({ id, status }) => `${id} ${status}`).join(", "));

describe("mergeFirstPage", () => {
  it("puts newer runs in front and brings known ones up to date", () => {
    const pages = [
      { runs: [run(4, "running"), run(3)], next: "c" },
      { runs: [run(2, "running"), run(1)], next: null },
    ];
    const fresh = { runs: [run(6, "running"), run(5), run(4), run(3), run(2)], next: "c" };
    expect(read(mergeFirstPage(pages, fresh))).toEqual([
      "run_6 running, run_5 completed, run_4 completed, run_3 completed",
      "run_2 completed, run_1 completed",
    ]);
  });
  it("leaves to later pages what is older than all that is shown", () => {
    expect(read(mergeFirstPage([{ runs: [run(4)], next: "c" }], { runs: [run(4), run(3)], next: null }))).toEqual(["run_4 completed"]);
  });
  it("fills a list that was empty", () => {
    expect(read(mergeFirstPage([{ runs: [], next: null }], { runs: [run(1)], next: null }))).toEqual(["run_1 completed"]);
  });
});

describe("applyChanges", () => {
  it("tells statuses at once, and leaves the pages alone when none is shown", () => {
    const pages = [{ runs: [run(1, "running")], next: null }];
    expect(read(applyChanges(pages, [{ id: "run_1", document: "wfl_1", status: "failed" }]))).toEqual(["run_1 failed"]);
    expect(applyChanges(pages, [{ id: "run_9", document: "wfl_1", status: "failed" }])).toBe(pages);
  });
});
