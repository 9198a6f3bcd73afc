import { expect, it } from "vitest";
import { requireScheduler } from "./require-scheduler.ts";

const SECRET = "sixteen or more characters";
const asks = (authorization: string | undefined, secret: string | undefined): (() => void) => {
  const headers = authorization === undefined ? {} : { authorization };
  return () => requireScheduler(new Request("http://localhost/api/cron", { headers }), secret);
};

it("lets in who brings the secret", () => {
  expect(asks(`Bearer ${SECRET}`, SECRET)).not.toThrow();
});

it.each([
  ["nothing", undefined, SECRET],
  ["another secret", "Bearer another secret of that kind", SECRET],
  ["the beginning of it", `Bearer ${SECRET.slice(0, -1)}`, SECRET],
  ["the secret in another scheme", `Basic ${SECRET}`, SECRET],
  ["a word where none is set", "Bearer undefined", undefined],
  ["nothing where an empty one is set", "Bearer ", ""],
  ["one that is too short to be one", "Bearer short", "short"],
])("refuses who brings %s", (_what, given, secret) => {
  expect(asks(given, secret)).toThrow("Only the platform's scheduler may ask for this.");
});
