import { expect, it } from "vitest";
import { stripFence } from "./strip-fence.ts";
import { stripThoughts } from "./strip-thoughts.ts";

it.each([
  ["a body between fences", "Sure:\n```ts\nreturn 1;\n```\nDone.", "return 1;"],
  ["a body as it is", "\nreturn 1;\n", "return 1;"],
  ["indentation", "  return 1;", "  return 1;"],
  ["a body behind a thought", "<think>```ts\nno\n```</think>```\nyes\n```", "yes"],
])("finds %s", (_, answer, body) => {
  expect(stripFence(answer)).toBe(body);
});

it("shows a growing text without thoughts, and never takes back what it showed", () => {
  const whole = "<think>hm, 1 < 2</think>\nIt adds <b>one</b>.<think>right?</think> Done.";
  const shown = Array.from(whole, (_, at) => stripThoughts(whole.slice(0, at + 1)));
  expect(shown.at(-1)).toBe("It adds <b>one</b>. Done.");
  expect(shown.filter((text, at) => at > 0 && !text.startsWith(shown[at - 1] ?? ""))).toEqual([]);
});
