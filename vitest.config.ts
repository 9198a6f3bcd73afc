import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Reporter } from "vitest/node";
import { defineConfig } from "vitest/config";

/** Ends a run's output with the one line that every tool can read. */
const plainCount: Reporter = {
  onTestRunEnd(modules) {
    let passed = 0;
    let failed = 0;
    for (const file of modules) {
      for (const test of file.children.allTests()) {
        if (test.result().state === "passed") passed++;
        if (test.result().state === "failed") failed++;
      }
    }
    console.log(`${passed} passed, ${failed} failed`);
  },
};

/** `npm test` takes a fair sample of the long suites; `npm run test:long` (`--mode long`) runs them whole. */
export default defineConfig(({ mode }) => {
  const long = mode === "long";
  return {
    test: {
      reporters: ["default", plainCount],
      testTimeout: long ? 3_600_000 : 30_000,
      hookTimeout: 60_000,
      // By default one core is left to whoever watches; nobody does.
      maxWorkers: "100%",
      projects: [
        {
          extends: true,
          test: {
            name: "weft",
            include: ["{codegen,lib,bin,components,tests,examples,bench}/**/*.test.ts"],
            exclude: ["tests/browser/**"],
          },
        },
        // Every service's tests load the same modules, whose loading would take longer than the tests; they leave nothing behind.
        { extends: true, test: { name: "plugins", include: ["plugins/**/*.test.ts"], isolate: false } },
        // Last, and by themselves: what a browser shows within a time must not depend on what else runs.
        {
          extends: true,
          test: {
            name: "browser",
            include: ["tests/browser/**/*.test.ts"],
            globalSetup: "tests/browser/start-site.ts",
            sequence: { groupOrder: 1 },
            // One browser at a time: some of them measure.
            fileParallelism: false,
            testTimeout: 180_000,
            expect: { poll: { timeout: 20_000 } },
            hookTimeout: 180_000,
          },
        },
      ],
      env: {
        // Hundreds of commands and servers are started, all of the same files.
        NODE_COMPILE_CACHE: join(tmpdir(), "node-compile-cache"),
        ...(long ? { WEFT_PROPERTY_RUNS: "10000", WEFT_CRASH_RUNS: "200" } : {}),
      },
    },
  };
});
