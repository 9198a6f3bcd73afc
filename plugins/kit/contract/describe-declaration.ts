import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { kebabCase } from "../catalog.ts";
import type { ActionDefinition } from "../define-action.ts";
import type { Plugin } from "../define-plugin.ts";
import { exampleInputs } from "../example-inputs.ts";

const PLUGINS = join(import.meta.dirname, "..", "..");
/** What a step may import besides its own folder and the kit: what no service's own kit is, and what a project can install. */
const LIBRARIES = new Set(
  ["zod", "workflow", "ai", "@ai-sdk/openai-compatible", "pg", "nodemailer", "cheerio", "turndown"].concat([
    "csv-parse/sync",
    "read-excel-file/node",
    "unpdf",
    "feedsmith",
    "aws4fetch",
    "node:crypto",
  ]),
);
/** Vendors whose services share a credential. */
const VENDORS = /^\.\.\/\.\.\/(?:google|microsoft)\/[\w-]+\.ts$/;

/** The part of the contract that needs no service: an action is described, its form is complete, its step is exportable. */
export function describeDeclaration(plugin: Plugin, folder: string = join(PLUGINS, kebabCase(plugin.name))): void {
  describe.each(plugin.actions.map((action) => [action.name, action] as const))(`${plugin.name}.%s`, (name, action) => {
    it("is described for people and for models", () => {
      expect(action.label).toMatch(/^[A-Z]/);
      expect(action.description).toMatch(/^[A-Z].*\.$/s);
      expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/);
    });

    it("has a label on every field of its form, and a JSON Schema both ways", () => {
      expect(unlabelledFields(action)).toEqual([]);
      expect(z.toJSONSchema(action.input, { io: "input" })).toMatchObject({ type: "object" });
      expect(z.toJSONSchema(action.output)).toMatchObject({ type: "object" });
    });

    it("takes the examples of its own fields", () => {
      for (const { input } of exampleInputs(action)) expect(action.input.safeParse(input).error).toBeUndefined();
    });

    it("has a step that can be exported as it stands", () => {
      const file = join(folder, "steps", `${kebabCase(name)}.ts`);
      expect(existsSync(file)).toBe(true);
      const source = readFileSync(file, "utf8");
      expect(source).toMatch(new RegExp(`^export async function ${name}(?:<[^(]*>)?\\([^]*?\\{\\n  "use step";$`, "m"));
      expect(importsOf(source).filter((specifier) => !isExportable(specifier))).toEqual([]);
    });
  });
}

function unlabelledFields(action: ActionDefinition): string[] {
  const fields = action.input instanceof z.ZodObject ? Object.entries(action.input.shape) : [];
  return fields.filter(([, field]) => !(field as z.ZodType).meta()?.label).map(([name]) => name);
}

function importsOf(source: string): string[] {
  return [...source.matchAll(/^import [^;]*? from "([^"]+)";/gms)].map((match) => match[1] ?? "");
}

function isExportable(specifier: string): boolean {
  return (
    LIBRARIES.has(specifier) ||
    VENDORS.test(specifier) ||
    specifier === "weftwork/kit" ||
    /^\.\.\/\.\.\/kit\/[\w-]+\.ts$/.test(specifier) ||
    /^\.\.?\/(?!\.\.)/.test(specifier)
  );
}
