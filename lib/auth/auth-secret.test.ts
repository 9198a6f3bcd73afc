import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readAuthSecret } from "./auth-secret.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "weft-secret-"));
});
afterEach(() => rm(folder, { recursive: true }));

it("makes a secret once, which others cannot read, and gives that one to every process", async () => {
  const secrets = await Promise.all([readAuthSecret({}, join(folder, "data")), readAuthSecret({}, join(folder, "data"))]);
  expect(secrets[0]).toMatch(/^[\w-]{43}$/);
  expect(secrets[1]).toBe(secrets[0]);
  expect((await stat(join(folder, "data", "auth-secret"))).mode & 0o777).toBe(0o600);
});

it("names the variable to set where it may write none", async () => {
  await writeFile(join(folder, "file"), "");
  await expect(readAuthSecret({}, join(folder, "file", "data"))).rejects.toMatchObject({
    code: "unavailable",
    message: `WEFT_AUTH_SECRET is not set, and ${join(folder, "file", "data", "auth-secret")}, where one would be kept, cannot be written (ENOTDIR).`,
    hint: "Set WEFT_AUTH_SECRET to 32 random characters or more: openssl rand -base64 32",
  });
});

it("takes the variable before the file, unless it is short", async () => {
  const long = "a secret of thirty-two characters";
  expect(await readAuthSecret({ WEFT_AUTH_SECRET: long }, folder)).toBe(long);
  await expect(readAuthSecret({ WEFT_AUTH_SECRET: "short" }, folder)).rejects.toThrow("WEFT_AUTH_SECRET has 5 characters");
});
