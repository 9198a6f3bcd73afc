import { expect, it } from "vitest";
import { z } from "zod";
import { describeIssue } from "./describe-issue.ts";

it("knows the fields of a shape that is made of itself", () => {
  const part = z.strictObject({
    phone: z.string().optional(),
    get parts() {
      return z.array(part).optional();
    },
  });
  const value = { parts: [{ phne: "1" }] };
  const issues = z.strictObject({ part }).safeParse({ part: value }).error?.issues ?? [];
  expect(issues.flatMap((issue) => describeIssue(issue, value, z.strictObject({ part }), ["part", "parts", 0]))).toEqual([
    { field: "phne", problem: "there is no such field; perhaps `phone` is meant" },
  ]);
});
