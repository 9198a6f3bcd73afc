import { expect, it } from "vitest";
import type { TextStyle } from "./encode-text.ts";
import { encodeCookies, encodeText } from "./encode-text.ts";

it.each<[TextStyle, string, string, string]>([
  ["comma", "7", "a,b", "x,1,y,2"],
  ["pairs", "7", "a,b", "x=1,y=2"],
  ["label", ".7", ".a,b", ".x,1,y,2"],
  ["labelPairs", ".7", ".a.b", ".x=1.y=2"],
  ["matrix", ";n=7", ";n=a,b", ";n=x,1,y,2"],
  ["matrixPairs", ";n=7", ";n=a;n=b", ";x=1;y=2"],
  ["json", "7", '["a","b"]', '{"x":1,"y":2}'],
])("writes a number, a list and an object as %s", (style, number, list, object) => {
  const written = [7, ["a", "b"], { x: 1, y: 2 }].map((value) => encodeText(value, style, "n"));
  expect(written).toEqual([number, list, object]);
});

it("writes nothing for nothing, and JSON inside", () => {
  expect([encodeText(undefined), encodeText(null), encodeText(false), encodeText("")]).toEqual([undefined, undefined, "false", ""]);
  expect(encodeText([{ a: 1 }, "b"])).toBe('{"a":1},b');
  expect(encodeText({ a: null, b: [1] }, "pairs")).toBe("b=[1]");
});

it("joins cookies, encoded, without those that have no value", () => {
  expect(encodeCookies({ session: "a;b c", debug: undefined, ids: [1, 2] })).toBe("session=a%3Bb%20c; ids=1%2C2");
  expect(encodeCookies({ session: undefined })).toBeUndefined();
});
