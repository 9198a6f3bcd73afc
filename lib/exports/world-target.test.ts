import { afterEach, expect, it, vi } from "vitest";
import { worldTarget } from "./template/server/world-target.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

function targetOf(environment: Record<string, string>): string {
  for (const name of ["WORKFLOW_TARGET_WORLD", "VERCEL_DEPLOYMENT_ID"]) vi.stubEnv(name, environment[name] ?? "");
  return worldTarget();
}

it("is this machine's folder or Vercel, as where it runs", () => {
  expect(targetOf({})).toBe("local");
  expect(targetOf({ WORKFLOW_TARGET_WORLD: "local" })).toBe("local");
  expect(targetOf({ VERCEL_DEPLOYMENT_ID: "dpl_1" })).toBe("vercel");
  expect(targetOf({ WORKFLOW_TARGET_WORLD: "@workflow/world-vercel" })).toBe("vercel");
});

it.each([{}, { VERCEL_DEPLOYMENT_ID: "dpl_1" }])("is no other, whose queue would take a stranger's messages: %j", (environment) => {
  const target = "@workflow/world-postgres";
  expect(() => targetOf({ ...environment, WORKFLOW_TARGET_WORLD: target })).toThrow(
    `WORKFLOW_TARGET_WORLD is ${target}, whose queue this project does not guard`,
  );
});
