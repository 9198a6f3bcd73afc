import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { prepareSecrets, requireSecret } from "./template/server/secrets.ts";

const NAMES = ["CRON_SECRET", "WORKFLOWS_API_KEY", "WORKFLOWS_LINK_SECRET"];
let folder: string;
let printed: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "secrets-"));
  printed = [];
  vi.spyOn(process, "cwd").mockReturnValue(folder);
  vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
  // As the lines of `.env.example` set them when it is copied and not filled in.
  for (const name of NAMES) vi.stubEnv(name, "");
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

const requestWith = (key: string): Request => new Request("http://localhost/", { headers: { authorization: `Bearer ${key}` } });

it("makes what a development server lacks, keeps it, and prints the key at each start", async () => {
  vi.stubEnv("NODE_ENV", "development");
  prepareSecrets();
  prepareSecrets();
  const kept = join(folder, ".workflow-data", "secrets");
  expect((await readdir(kept)).sort()).toEqual(NAMES);
  const key = await readFile(join(kept, "WORKFLOWS_API_KEY"), "utf8");
  expect(printed).toEqual(Array.from({ length: 2 }, () => `WORKFLOWS_API_KEY is not set; while developing it is ${key}`));
  expect(() => requireSecret(requestWith(key), "WORKFLOWS_API_KEY")).not.toThrow();
});

it("prints no key that was given", () => {
  vi.stubEnv("NODE_ENV", "development");
  vi.stubEnv("WORKFLOWS_API_KEY", "given");
  prepareSecrets();
  expect(printed).toEqual([]);
});

it("lets nobody in by a secret that is empty, and makes none in production", async () => {
  vi.stubEnv("NODE_ENV", "production");
  prepareSecrets();
  expect(await readdir(folder)).toEqual([]);
  expect(() => requireSecret(requestWith("x"), "WORKFLOWS_API_KEY")).toThrow("The environment variable WORKFLOWS_API_KEY is not set.");
  expect(() => requireSecret(new Request("http://localhost/"), "CRON_SECRET")).toThrow(expect.objectContaining({ status: 401 }));
});
