import { expect, it } from "vitest";
import { ownPath } from "./own-path.ts";

it.each([
  ["/w/wsp_1?x=2", "/w/wsp_1?x=2"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["https://evil.example", "/"],
  ["javascript:alert(1)", "/"],
  ["/\t/evil.example", "/"],
  [undefined, "/"],
  [["/a", "/b"], "/"],
])("leads from %j to %s", (next, path) => {
  expect(ownPath(next)).toBe(path);
});
