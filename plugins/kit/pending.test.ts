import { expect, it } from "vitest";
import { isPending, pending } from "./pending.ts";

it("names the job and when to ask for it again", () => {
  expect(pending({ id: "job_1" }, "5s")).toEqual({ $pending: { job: { id: "job_1" }, after: "5s" } });
});

it("refuses a time to wait that is no duration", () => {
  expect(() => pending("job_1", "soon")).toThrow(RangeError);
});

it("knows an answer that is pending from one that is done", () => {
  expect([pending(1, "1s"), { url: "x" }, null, undefined, "$pending"].map(isPending)).toEqual([true, false, false, false, false]);
});
