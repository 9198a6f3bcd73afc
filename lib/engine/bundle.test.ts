import { describe, expect, it } from "vitest";

import { bundleVersion } from "./bundle.ts";
import { generatePrelude, readPrelude } from "./generate-prelude.ts";

const moduleOf = (head: string, body = "return null;") =>
  `${head}\nexport async function flow(input: any) {\n  "use workflow";\n  ${body}\n}\n`;
const bundle = (runtime: string, steps: Parameters<typeof bundleVersion>[0]["steps"] = []) =>
  bundleVersion({ runtime, exportName: "flow", steps, nodes: {} });

it("has a prelude made from its sources", async () => {
  expect(await readPrelude()).toBe(await generatePrelude());
});

describe("a runtime module may not import", () => {
  it.each([
    [`import fs from "node:fs";`, 'may not import "node:fs"'],
    [`import "node:fs";`, 'may not import "node:fs"'],
    [`import { request } from "@/plugins/http/steps/request";`, 'may not import "@/plugins/http/steps/request"'],
    [`import { fetch } from "workflow";`, '"workflow" has no fetch'],
    [`import { createWebhook as createHook } from "workflow";`, '"workflow" has no createWebhook'],
    [`import * as all from "workflow";`, "only import names"],
    [`import all from "workflow";`, "only import names"],
    [`import { toString } from "toString";`, 'may not import "toString"'],
    [`export * from "node:fs";`, "plain imports"],
    [`import fs = require("node:fs");`, "plain imports"],
    [`const fs = require("node:fs");`, "may not load modules"],
    [`const fs = import("node:fs");`, "may not load modules"],
  ])("%s", (head, message) => {
    expect(() => bundle(moduleOf(head))).toThrow(message);
  });
});

it("may import the kit's helpers under another name", () => {
  const { bundle: script } = bundle(
    moduleOf(
      `import { sleep as sleep2 } from "workflow";\nimport { pick } from "@/plugins/kit/pick";`,
      'await sleep2("1s"); return pick(input, "a");',
    ),
  );
  expect(script).toContain("workflow_1.sleep");
});

it("gives the same bytes for the same version, and another hash for other steps", () => {
  const runtime = moduleOf("", "return await a$step({});");
  const step = { node: "a", kind: "code", source: "return 1;" } as const;
  const first = bundle(runtime, [step]);
  expect(bundle(runtime, [step])).toEqual(first);
  expect(bundle(runtime, [{ ...step, source: "return 2;" }]).sha256).not.toBe(first.sha256);
});
