import { expect, it } from "vitest";
import type { FieldStyle } from "./encode-fields.ts";
import { encodeFields } from "./encode-fields.ts";

const list = [1, "two & 2"];
const object = { gt: 1, in: { a: true } };

it.each<[FieldStyle, unknown, string]>([
  ["repeat", list, "f=1&f=two & 2"],
  ["comma", list, "f=1,two & 2"],
  ["space", list, "f=1 two & 2"],
  ["pipe", list, "f=1|two & 2"],
  ["brackets", list, "f[0]=1&f[1]=two & 2"],
  ["json", list, 'f=[1,"two & 2"]'],
  ["repeat", object, "f[gt]=1&f[in][a]=true"],
  ["brackets", object, "f[gt]=1&f[in][a]=true"],
  ["comma", { a: 1, b: 2 }, "f=a,1,b,2"],
  ["spread", { a: 1, b: [2] }, "a=1&b[0]=2"],
  ["json", "text", "f=text"],
])("writes in the style %s", (style, value, expected) => {
  const pairs = [...encodeFields({ f: value }, { f: style })].map(([name, text]) => `${name}=${text}`);
  expect(pairs.join("&")).toBe(expected);
});

it("leaves out what is missing, keeps false, zero and the empty text", () => {
  expect(String(encodeFields({ a: undefined, b: null, c: false, d: 0, e: "" }))).toBe("c=false&d=0&e=");
});

it("encodes names and values, so that neither can add a field", () => {
  expect(String(encodeFields({ "a&b=": "1&c=2\r\n" }))).toBe("a%26b%3D=1%26c%3D2%0D%0A");
});
