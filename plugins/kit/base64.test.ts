import { expect, it } from "vitest";
import { decodeBase64, encodeBase64 } from "./base64.ts";

it("gives back every byte, also of more than fits on a stack", () => {
  const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => index % 256);
  expect(decodeBase64(encodeBase64(bytes), "content")).toEqual(bytes);
});

it("reads the kind for URLs", () => {
  expect(decodeBase64("-_8=", "content")).toEqual(Uint8Array.of(251, 255));
});

it.each([["not base64!"], [7], [null]])("names the field that holds %j", (value) => {
  expect(() => decodeBase64(value, "content")).toThrow("content must be base64.");
});
