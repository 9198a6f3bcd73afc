import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { weft } from "./weft-process.ts";

const root = join(import.meta.dirname, "..");
const readme = (): Promise<string> => readFile(join(root, "README.md"), "utf8");

it("shows the code that the first example really becomes", async () => {
  const { stdout } = await weft(["compile", join(root, "examples", "order-alert", "graph.json")]);
  expect(await readme()).toContain(stdout);
});

it("names every command there is", async () => {
  const { stdout } = await weft(["--help"]);
  const commands = [...stdout.matchAll(/^ {2}([a-z-]+)(?: \[|\s)/gm)].map((match) => match[1] ?? "").filter((name) => name !== "help");
  const text = await readme();
  expect(commands.length).toBeGreaterThan(10);
  expect(commands.filter((name) => !text.includes(name))).toEqual([]);
});
