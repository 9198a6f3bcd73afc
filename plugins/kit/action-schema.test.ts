import { expect, it } from "vitest";
import { z } from "zod";
import { actionSchema } from "./action-schema.ts";

it("says label, help and example in the words of JSON Schema too", () => {
  const input = z.strictObject({
    channel: z
      .string()
      .meta({ label: "Channel", help: "Its name.", example: "#vip", options: { action: "a", list: "b", value: "c", label: "d" } }),
  });
  expect(actionSchema({ input, output: z.object({ ts: z.string() }) })).toEqual({
    input: {
      type: "object",
      additionalProperties: false,
      required: ["channel"],
      properties: {
        channel: {
          type: "string",
          title: "Channel",
          description: "Its name.",
          examples: ["#vip"],
          label: "Channel",
          help: "Its name.",
          example: "#vip",
          options: { action: "a", list: "b", value: "c", label: "d" },
        },
      },
    },
    output: { type: "object", additionalProperties: false, required: ["ts"], properties: { ts: { type: "string" } } },
  });
});
