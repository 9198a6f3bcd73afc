import { expect, it } from "vitest";
import { compile, graphSchema, parse } from "../codegen/index.ts";
import { createTypeChecker } from "../codegen/types/type-checker.ts";
import { catalog } from "../plugins/catalog.ts";
import { examplesFor } from "./examples-for.ts";

const examples = examplesFor("http://127.0.0.1:4010");

const types = createTypeChecker({ catalog });

it.each(examples)("$name compiles without a warning, type-checks, and comes back from its code unchanged", ({ graph }) => {
  const document = graphSchema.parse(graph);
  const compiled = compile(document, catalog);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
  expect(compiled.warnings).toEqual([]);
  expect(types.check(compiled.source, compiled.map)).toEqual([]);
  expect(parse(compiled.source, catalog, document)).toEqual({ ok: true, graph: document });
});

it.each(examples)("$name has a payload that is a JSON object", ({ payload }) => {
  expect(payload).toBeTypeOf("object");
});

it("calls the demo service wherever it runs", () => {
  const text = JSON.stringify(examplesFor("http://127.0.0.1:4999"));
  expect(text).toContain("http://127.0.0.1:4999/orders");
  expect(text).not.toContain("4010");
});

it("uses, between them, what a person would look for", () => {
  const nodes = examples.flatMap(({ graph }) => (graph as { nodes: { kind: string }[] }).nodes);
  const kinds = new Set(nodes.map(({ kind }) => kind));
  const wanted = [
    "http.request",
    "code",
    "control.if",
    "control.forEach",
    "control.repeat",
    "control.set",
    "control.approval",
    "control.return",
  ];
  expect(wanted.filter((kind) => !kinds.has(kind))).toEqual([]);
});
