import { expect, it } from "vitest";
import { z } from "zod";
import { printPluginTypes } from "./print-plugin-types.ts";

const message = z.object({ id: z.string(), text: z.string(), data: z.any().meta({ typeParameter: true }) });

it("names a shape that was printed before, with its type parameter", () => {
  const input = z.strictObject({});
  const types = printPluginTypes([
    { name: "send", input, output: message },
    { name: "edit", input, output: message },
  ]);
  expect(types.split("\n").filter((line) => line.startsWith("export"))).toEqual([
    "export type SendInput = Record<string, never>;",
    "export interface SendOutput<T = Loose> {",
    "export type EditInput = Record<string, never>;",
    "export type EditOutput<T = Loose> = SendOutput<T>;",
  ]);
});

it("repeats what is as short as its name", () => {
  const flag = z.object({ ok: z.boolean() });
  const types = printPluginTypes([{ name: "a", input: flag, output: flag }]);
  expect(types).toBe("export interface AInput {\n  ok: boolean;\n}\n\nexport interface AOutput {\n  ok: boolean;\n}\n");
});
