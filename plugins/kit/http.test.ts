import { expect, it } from "vitest";
import type { HttpAnswer, HttpCall, Refusal } from "./http.ts";
import { httpFailure } from "./http.ts";
import { stepError } from "./step-error.ts";

const call: HttpCall = {
  name: "Acme: GET /items",
  method: "GET",
  url: new URL("https://acme.example/items"),
  headers: new Headers(),
  timeoutMs: 1,
  maxBytes: 1,
  maxRedirects: 0,
};

const answer = (type: string, text: string): HttpAnswer => ({
  status: 404,
  statusText: "Not Found",
  headers: { "content-type": type },
  bytes: new TextEncoder().encode(text),
});

/** As services with several places for their words write it. */
const readError = ({ detail, errors = [] }: { detail?: string; errors?: readonly string[] }): Refusal => ({
  message: [detail, ...errors].join("; "),
});

it.each([
  ["the service's words", answer("application/json", '{"detail":"No such item"}'), "Acme: GET /items answered 404: No such item"],
  ["a proxy's words where the service has none", answer("text/plain", "No route\n"), "Acme: GET /items answered 404: No route"],
  ["the status where nobody says a thing", answer("application/json", "{}"), "Acme: GET /items answered 404: Not Found"],
])("gives %s", (_, given, message) => {
  expect(stepError(httpFailure(call, given, readError)).message).toBe(message);
});
