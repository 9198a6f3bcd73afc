import { afterEach, expect, it, vi } from "vitest";
import { openWorld } from "./template/server/world.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

it.each(["@workflow/world-postgres", "some-other-world"])(
  "does not open %s, whose queue would take a stranger's messages",
  async (world) => {
    vi.stubEnv("WORKFLOW_TARGET_WORLD", world);
    await expect(openWorld()).rejects.toThrow(`WORKFLOW_TARGET_WORLD is ${world}, whose queue this project does not guard`);
  },
);

it("does not take another world for Vercel's because it runs there", async () => {
  vi.stubEnv("VERCEL_DEPLOYMENT_ID", "dpl_1");
  vi.stubEnv("WORKFLOW_TARGET_WORLD", "@workflow/world-postgres");
  await expect(openWorld()).rejects.toThrow("whose queue this project does not guard");
});
