import { expect, it } from "vitest";
import { costOf } from "./model-prices.ts";

const cost = (model: string | null) => costOf({ inputTokens: 1_000_000, outputTokens: 100_000, model });

it("knows a model by its name, whoever serves it and whatever build it is", () => {
  expect(cost("gpt-4o-mini")).toBeCloseTo(0.21, 10);
  expect(cost("openai/gpt-4o-mini-2024-07-18")).toBeCloseTo(0.21, 10);
  expect(cost("anthropic/claude-sonnet-4.5")).toBeCloseTo(4.5, 10);
  expect(cost("claude-sonnet-4-5-20250929")).toBeCloseTo(4.5, 10);
});

it("gives no price rather than that of a model with a similar name", () => {
  for (const model of ["gpt-4o-audio", "gpt-5.9", "gpt-5-pro", "claude-opus-4-7", "o3-pro", "my-own", "", null])
    expect([model, cost(model)]).toEqual([model, null]);
});
