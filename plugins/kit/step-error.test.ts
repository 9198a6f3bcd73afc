import { expect, it } from "vitest";
import { FatalError } from "workflow";
import { encodeStepError, stepError } from "./step-error.ts";

it.each([
  { name: "HttpError", message: "GET https://example.com answered 404: no such order", status: 404 },
  { name: "HttpError", message: "Slack: POST /chat.postMessage answered 404", status: 404, requestId: "req_0a:1+/=" },
  { name: "TimeoutError", message: "It took too long." },
  { name: "Error", message: "plain" },
  { name: "Error", message: "ends like one of ours (HttpError, status 500)" },
  { name: "Error", message: "" },
  { name: "TypeError", message: "two\nlines", status: 500 },
])("gives back name, message, status and request of %j", (error) => {
  expect(stepError(new FatalError(encodeStepError(error)))).toEqual(error);
});

it("keeps an encoded message readable", () => {
  expect(encodeStepError({ name: "HttpError", message: "GET x answered 404", status: 404 })).toBe(
    "GET x answered 404 (HttpError, status 404)",
  );
});

it("takes off what the engine puts in front after the last retry", () => {
  const message = 'Step "order" failed after 3 retries: GET x answered 503 (HttpError, status 503)';
  expect(stepError(new FatalError(message))).toEqual({ name: "HttpError", message: "GET x answered 503", status: 503 });
});

it("keeps the class name of an error that nobody encoded", () => {
  expect(stepError(new TypeError("x is not a function"))).toEqual({ name: "TypeError", message: "x is not a function" });
});

it.each([
  [null, "null"],
  ["text", "text"],
  [{ message: 7 }, "[object Object]"],
  [undefined, "undefined"],
])("reads a thrown %j", (thrown, message) => {
  expect(stepError(thrown)).toEqual({ name: "Error", message });
});

it("leaves out a request id that could be mistaken for text", () => {
  expect(encodeStepError({ name: "HttpError", message: "no", status: 400, requestId: "a) b" })).toBe("no (HttpError, status 400)");
});
