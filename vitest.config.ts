import { defineConfig } from "vitest/config";

/** `npm test` takes a fair sample of the long suites; `npm run test:long` (`--mode long`) runs them whole. */
export default defineConfig(({ mode }) => {
  const long = mode === "long";
  return {
    test: {
      include: ["{codegen,plugins,lib,bin,tests,examples,bench}/**/*.test.ts"],
      testTimeout: long ? 3_600_000 : 30_000,
      hookTimeout: 60_000,
      env: long ? { WEFT_PROPERTY_RUNS: "10000", WEFT_CRASH_RUNS: "200" } : {},
    },
  };
});
