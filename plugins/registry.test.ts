import { isBuiltin } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { z } from "zod";
import { catalog } from "./catalog.ts";
import { registry } from "./registry.generated.ts";

/** The registry as a browser gets it: what loads at once, and what loads when a service is wanted. */
async function bundle(): Promise<{ entry: readonly string[]; all: readonly string[]; entryBytes: number }> {
  const { metafile } = await build({
    entryPoints: [join(import.meta.dirname, "registry.generated.ts")],
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    minify: true,
    outdir: "out",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const outputs = Object.values(metafile.outputs);
  const entry = outputs.filter(({ entryPoint }) => entryPoint?.endsWith("registry.generated.ts") === true);
  return {
    entry: entry.flatMap(({ inputs }) => Object.keys(inputs)),
    all: Object.keys(metafile.inputs),
    entryBytes: entry.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

it("can be bundled for a browser: no step, no library of a step, nothing of Node's", async () => {
  const { all } = await bundle();
  expect(all.filter((file) => /\/steps\/|plugins\/[\w-]+\/api\.ts$/.test(file))).toEqual([]);
  expect(all.filter((file) => isBuiltin(file))).toEqual([]);
  expect([...new Set(all.filter((file) => file.includes("node_modules/")).map((file) => /node_modules\/([^/]+)/.exec(file)?.[1]))]).toEqual(
    ["zod"],
  );
});

it("loads a service's schemas only when they are wanted", async () => {
  const { entry, entryBytes } = await bundle();
  expect(entry.map((file) => file.replace(/^.*plugins\//, ""))).toEqual(["registry.generated.ts"]);
  expect(entryBytes).toBeLessThan(80_000);
});

it("says of every action what its service says", () => {
  const listed = registry.flatMap(({ name, actions }) => actions.map((action) => `${name}.${action.name}: ${action.label}`));
  expect(listed).toEqual([...catalog.actions.values()].map(({ kind, label }) => `${kind}: ${label}`));
});

it("leads every choice from a live call to a list of the same service", () => {
  const wrong = [...catalog.actions.values()].flatMap((action) => {
    const fields = action.input instanceof z.ZodObject ? Object.entries<z.ZodType>(action.input.shape) : [];
    return fields.flatMap(([field, schema]) => {
      const options = schema.meta()?.options;
      if (!options) return [];
      const source = catalog.actions.get(`${action.plugin.name}.${options.action}`);
      const list = source?.output instanceof z.ZodObject ? unwrap(source.output.shape[options.list]) : undefined;
      const entry = list instanceof z.ZodArray ? unwrap(list.element as z.ZodType) : undefined;
      const names = entry instanceof z.ZodObject ? Object.keys(entry.shape) : [];
      return names.includes(options.value) && names.includes(options.label) ? [] : [`${action.kind}.${field}: ${JSON.stringify(options)}`];
    });
  });
  expect(wrong).toEqual([]);
});

function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? unwrap(schema.unwrap() as z.ZodType) : schema;
}
