import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { curlLine } from "./curl-line.ts";
import { samplePayload } from "./sample-payload.ts";

it("reads as one command", () => {
  expect(curlLine({ url: "http://127.0.0.1:3000/api/triggers/a", key: "$WEFT_KEY", body: { orderId: "1" } })).toBe(
    `curl -X POST http://127.0.0.1:3000/api/triggers/a -H "Authorization: Bearer $WEFT_KEY" -H 'Content-Type: application/json' -d '{"orderId":"1"}'`,
  );
});

it("survives a shell whatever the body says", () => {
  const body = { text: `it's "$(touch /tmp/x)" \`id\` \\ \n ; rm -rf` };
  const line = curlLine({ url: "http://h/a", body }).replace(/^curl/, "printf '%s\\n'");
  expect(execFileSync("/bin/sh", ["-c", line]).toString().trimEnd().split("\n").at(-1)).toBe(JSON.stringify(body));
});

it("makes a body that a trigger's schema suggests", () => {
  const input = {
    type: "object",
    properties: {
      orderId: { type: "string", examples: ["A-1001"] },
      count: { type: "integer", minimum: 3 },
      tags: { type: "array", items: { type: "string" } },
      at: { type: "string", format: "date" },
      rush: { type: "boolean" },
      anything: {},
    },
  };
  const expected = { orderId: "A-1001", count: 3, tags: ["text"], at: "2026-01-31", rush: true };
  expect(samplePayload({ on: "http", input })).toEqual(expected);
  expect(samplePayload({ on: "http", input: { type: "object", properties: { body: input } } })).toEqual(expected);
  expect(samplePayload({ on: "http" })).toBeUndefined();
});
