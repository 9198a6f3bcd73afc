import { expect, it } from "vitest";
import { respond } from "./respond.ts";

it("wraps the value with status and headers as text, leaving out missing ones", () => {
  expect(respond({ id: 1 }, { status: 201, headers: { location: "/1", "x-count": 2, "x-none": undefined } })).toEqual({
    $response: { status: 201, headers: { location: "/1", "x-count": "2" } },
    body: { id: 1 },
  });
});

it("answers 200 by default", () => {
  expect(respond(null)).toEqual({ $response: { status: 200, headers: {} }, body: null });
});

it.each([[99], [600], [200.5], [Number.NaN]])("refuses the status %d", (status) => {
  expect(() => respond(null, { status })).toThrow("must be a whole number from 200 to 599");
});
