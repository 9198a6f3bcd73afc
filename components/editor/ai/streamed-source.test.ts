import { expect, it } from "vitest";
import { streamedSource } from "./streamed-source.ts";

it("shows what is inside of the fence as far as it has come", () => {
  const whole = "Here you go:\n```ts\nconst a = `x`;\nreturn a;\n```\nThat adds nothing.";
  const shown = ["Here you", "Here you go:\n```ts\ncon", "Here you go:\n```ts\nconst a = `x`;\nreturn a;\n``", whole];
  expect(shown.map(streamedSource)).toEqual(["Here you", "con", "const a = `x`;\nreturn a;", "const a = `x`;\nreturn a;"]);
});

it("shows an answer without a fence as it is, and no thought, finished or not", () => {
  expect(streamedSource("\nreturn 1;")).toBe("return 1;");
  expect(streamedSource("<think>Perhaps a loop")).toBe("");
  expect(streamedSource("<think>No.</think>\n```\nreturn 2;")).toBe("return 2;");
});
