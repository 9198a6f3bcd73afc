import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{codegen,plugins,lib,bin,tests,examples}/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
