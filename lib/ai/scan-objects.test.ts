import { array, assert, nat, property } from "fast-check";
import { expect, it } from "vitest";
import { ObjectScanner } from "./scan-objects.ts";
import type { Scanned } from "./scan-objects.ts";

function scan(...deltas: readonly string[]): Scanned[] {
  const scanner = new ObjectScanner();
  return [...deltas.flatMap((delta) => scanner.push(delta)), ...scanner.end()];
}

const object = (text: string): Scanned => ({ kind: "object", text });

it("gives each object as soon as it is closed", () => {
  const scanner = new ObjectScanner();
  expect(scanner.push('{"op":"say","te')).toEqual([]);
  expect(scanner.push('xt":"a"}\n{"op"')).toEqual([object('{"op":"say","text":"a"}')]);
});

it.each([
  ["over several lines", '{\n  "op": "say",\n  "text": "a"\n}', [object('{\n  "op": "say",\n  "text": "a"\n}')]],
  ["in a list", '[{"a":1},\n{"b":2}]', [object('{"a":1}'), object('{"b":2}')]],
  ["between fences", '```json\n{"a":1}\n```', [object('{"a":1}')]],
  ["among prose", 'Here: {"a":1} there.', [{ kind: "words", text: "Here:" }, object('{"a":1}'), { kind: "words", text: "there." }]],
  ["with braces and quotes in texts", '{"a":"}{\\"{","b":{"c":"{{ x }}"}}', [object('{"a":"}{\\"{","b":{"c":"{{ x }}"}}')]],
  ["behind a thought", '<think>{"op":"removeNode"}</think>{"a":1}', [object('{"a":1}')]],
])("finds objects %s", (_, text, expected) => {
  expect(scan(text)).toEqual(expected);
});

it("takes an expression in prose for words", () => {
  expect(scan("Write {{ input.body }} there.")).toEqual([{ kind: "words", text: "Write {{ input.body }} there." }]);
});

it("gives up an object that was never closed when the next operation begins", () => {
  expect(scan('{"op":"say","text":"a"\n{"op":"say","text":"b"}')).toEqual([
    { kind: "broken", text: '{"op":"say","text":"a"' },
    object('{"op":"say","text":"b"}'),
  ]);
});

it("tells what was cut off at the end", () => {
  expect(scan('{"a":1}\n{"op":"add')).toEqual([object('{"a":1}'), { kind: "broken", text: '{"op":"add' }]);
});

it("finds the same however the words are cut", () => {
  const text = 'So:\n<think>{"no":1}</think>```json\n{"op":"a","t":"{\\"x\\":1}"},\n{ "op": "b" }\n```\nDone {{ x }}.';
  const whole = scan(text);
  assert(
    property(array(nat(text.length), { maxLength: 12 }), (cuts) => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), text.length];
      const parts = at.slice(1).map((end, index) => text.slice(at[index], end));
      expect(scan(...parts)).toEqual(whole);
    }),
  );
});

it("loses no time over a long open object", () => {
  const scanner = new ObjectScanner();
  const found = [
    '{"text":"',
    ...("x"
      .repeat(70_000)
      .match(/.{1,20}/g)
      ?.values() ?? []),
  ].flatMap((delta) => scanner.push(delta));
  expect(found.map(({ kind }) => kind)).toEqual(["broken"]);
});

it.each([
  ["words", "a", 'b {"a":1}', ["words", "object"]],
  ["an open object", '{"op":"say","text":', '"a"}', ["object"]],
  ["a brace", "{", '"a":1}', ["object"]],
  ["a brace that may begin the next operation", '{"op":"say"\n{', '"op":"say"}', ["broken", "object"]],
  ["a fence", "```", '```{"a":1}', ["object"]],
  ["a thought", "<think>", '</think>{"a":1}', ["object"]],
])("loses no time over space behind %s", (_, before, after, kinds) => {
  // An object that long would be given up.
  const length = before.includes("{") ? 50_000 : 100_000;
  const start = performance.now();
  const found = scan(before, ...Array.from({ length: length / 4 }, () => "\n \n\t"), after);
  expect(found.map(({ kind }) => kind)).toEqual(kinds);
  expect(performance.now() - start).toBeLessThan(1_000);
});

it("finds the operation that begins on the last of several open lines", () => {
  expect(scan('{"op":"say","config":\n{\n {"op":"say"}')).toEqual([
    { kind: "broken", text: '{"op":"say","config":\n{' },
    object('{"op":"say"}'),
  ]);
});

it("gives an object that nests too deep as such, and goes on behind it", () => {
  const deep = `{"op":"addNode","config":{"a":${"[".repeat(20_000)}${"]".repeat(20_000)}}}`;
  expect(scan(`${deep}\n{"a":1}`)).toEqual([{ kind: "deep", text: deep }, object('{"a":1}')]);
});
