import { expect, it } from "vitest";
import { stripFence } from "./strip-fence.ts";
import { stripThoughts, ThoughtStripper } from "./strip-thoughts.ts";

it.each([
  ["a body between fences", "Sure:\n```ts\nreturn 1;\n```\nDone.", "return 1;"],
  ["a body as it is", "\nreturn 1;\n", "return 1;"],
  ["indentation", "  return 1;", "  return 1;"],
  ["a body behind a thought", "<think>```ts\nno\n```</think>```\nyes\n```", "yes"],
])("finds %s", (_, answer, body) => {
  expect(stripFence(answer)).toBe(body);
});

it("shows a growing text without thoughts, and never what may become one", () => {
  const stripper = new ThoughtStripper();
  const shown = Array.from("<think>hm, 1 < 2</think>\nIt adds <b>one</b>.<think>right?</think> Done <thin", (character) =>
    stripper.push(character),
  );
  expect(shown.join("")).toBe("It adds <b>one</b>. Done ");
  expect(stripper.end()).toBe("<thin");
});

it.each([
  ["a thought", "<think>hm</think>\n\nYes.", "Yes."],
  ["a thought that was cut off", "Yes.<think>or no", "Yes."],
  ["a text that ends like a tag", "1 <", "1 <"],
  ["a tag within a tag", "<<think>no</think>thi", "<thi"],
])("strips %s", (_, text, said) => {
  expect(stripThoughts(text)).toBe(said);
});

it("loses no time over long space", () => {
  const space = " \n".repeat(50_000);
  const start = performance.now();
  expect(stripFence(`a${space}b${space}`)).toBe(`a${space}b`);
  expect(stripFence(`${space}a`)).toBe("a");
  expect(performance.now() - start).toBeLessThan(1_000);
});
