import { expect, it } from "vitest";
import { path } from "./path.ts";

it("encodes what is put into a path", () => {
  expect(path`/repos/${"a b"}/${"c/d"}/issues/${7}`).toBe("/repos/a%20b/c%2Fd/issues/7");
  expect(path`/me`).toBe("/me");
});

it.each(["", ".", ".."])("refuses %j, which would name another place", (value) => {
  expect(() => path`/customers/${value}/refunds`).toThrow("cannot be a part of the path /customers/…/refunds");
});
