import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { generateCatalog } from "./generate-catalog.ts";

it("is fresh: running plugins/generate-catalog.ts changes nothing", async () => {
  const generated = await generateCatalog(import.meta.dirname);
  const committed = Object.fromEntries(Object.keys(generated).map((file) => [file, readFileSync(join(import.meta.dirname, file), "utf8")]));
  expect(committed).toEqual(generated);
});
