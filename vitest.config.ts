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
      include: ["{codegen,plugins,lib,bin,tests,examples,bench}/**/*.test.ts"],
      reporters: ["default", plainCount],
      testTimeout: long ? 3_600_000 : 30_000,
      hookTimeout: 60_000,
      env: long ? { WEFT_PROPERTY_RUNS: "10000", WEFT_CRASH_RUNS: "200" } : {},
    },
  };
});
