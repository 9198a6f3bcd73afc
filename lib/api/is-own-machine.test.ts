import { expect, it } from "vitest";
import { isOwnMachine } from "./is-own-machine.ts";

it.each([
  ["127.0.0.1:3000", undefined, true],
  ["localhost:3000", "127.0.0.1", true],
  ["[::1]:3000", "::1", true],
  ["localhost", "0.0.0.0", false],
  ["127.0.0.1.evil.example:3000", undefined, false],
  ["evil.example", undefined, false],
  ["", undefined, false],
])("asked as %s on a server bound to %s", (host, bound, expected) => {
  expect(isOwnMachine(host, bound)).toBe(expected);
});
