import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { writeFolder } from "./write-folder.ts";

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "write-folder-"));
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const FILES = new Map([
  ["a.txt", "new"],
  ["deep/b.txt", "b"],
]);

it("makes a folder of the files, and leaves nothing beside it", async () => {
  await writeFolder(join(parent, "out"), FILES, false);
  expect(await readdir(parent)).toEqual(["out"]);
  expect(await readFile(join(parent, "out", "deep", "b.txt"), "utf8")).toBe("b");
});

it("refuses a folder that holds something, and touches nothing in it", async () => {
  await writeFile(join(parent, "a.txt"), "old");
  await expect(writeFolder(parent, FILES, false)).rejects.toThrow("is not empty");
  expect(await readdir(parent)).toEqual(["a.txt"]);
  expect(await readFile(join(parent, "a.txt"), "utf8")).toBe("old");
});

it("replaces files of the same names by force, and leaves others", async () => {
  await writeFile(join(parent, "a.txt"), "old");
  await writeFile(join(parent, ".env.local"), "mine");
  await writeFolder(parent, FILES, true);
  expect((await readdir(parent)).sort()).toEqual([".env.local", "a.txt", "deep"]);
  expect(await readFile(join(parent, "a.txt"), "utf8")).toBe("new");
});

it("leaves nothing when a file cannot be written", async () => {
  const wrong = new Map([...FILES, ["a.txt/below", "x"]]);
  await expect(writeFolder(join(parent, "out"), wrong, false)).rejects.toThrow("a.txt");
  expect(await readdir(parent)).toEqual([]);
});
