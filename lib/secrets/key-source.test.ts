import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { newKey } from "./key-ring.ts";
import { findKeySource, keyFile } from "./key-source.ts";
import { Vault } from "./vault.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "weft-keys-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it("has no key before one is made, and keeps it to its owner", async () => {
  const source = findKeySource({}, join(folder, "data"));
  expect(await source.read()).toBeUndefined();
  const [key, ...more] = await source.create();
  expect(more).toEqual([]);
  const path = join(folder, "data", "encryption-keys");
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readFile(path, "utf8")).toMatch(new RegExp(`^${key.id}:[A-Za-z0-9+/]{43}=\n$`));
});

it("makes one key when several processes start at once, and leaves nothing else behind", async () => {
  const path = join(folder, "encryption-keys");
  const rings = await Promise.all(Array.from({ length: 20 }, () => keyFile(path).create()));
  expect(new Set(rings.map(([key]) => key.secret.export().toString("hex"))).size).toBe(1);
  expect(await readdir(folder)).toEqual(["encryption-keys"]);
});

it("sees what another process has put there", async () => {
  const path = join(folder, "encryption-keys");
  const [one, other] = [keyFile(path), keyFile(path)];
  const ring = await one.create();
  const [added] = [newKey()];
  await other.replace([added, ...ring]);
  expect((await one.read())?.map(({ id }) => id)).toEqual([added.id, ring[0].id]);
});

it("refuses a file that others can read", async () => {
  const source = keyFile(join(folder, "encryption-keys"));
  await source.create();
  await chmod(join(folder, "encryption-keys"), 0o640);
  await expect(source.read()).rejects.toThrow("can be read by others");
});

it("says what to do where no file can be made", async () => {
  await writeFile(join(folder, "file"), "");
  await expect(keyFile(join(folder, "file", "encryption-keys")).create()).rejects.toMatchObject({
    code: "unavailable",
    hint: expect.stringContaining("WEFT_ENCRYPTION_KEYS"),
  });
});

it("refuses a folder, and a link that leads nowhere, and makes no key in their place", async () => {
  const [isFolder, leadsNowhere] = [join(folder, "a"), join(folder, "b")];
  await mkdir(isFolder, { mode: 0o700 });
  await symlink(join(folder, "absent"), leadsNowhere);
  for (const path of [isFolder, leadsNowhere]) {
    await expect(new Vault(keyFile(path)).keys()).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("is no file"),
    });
  }
  expect((await readdir(folder)).sort()).toEqual(["a", "b"]);
});

it("writes new keys to where a link leads, and leaves the link", async () => {
  const [volume, path] = [join(folder, "volume"), join(folder, "encryption-keys")];
  const [key] = await keyFile(volume).create();
  await symlink(volume, path);
  await keyFile(path).replace([newKey(), key]);
  expect((await lstat(path)).isSymbolicLink()).toBe(true);
  expect((await keyFile(volume).read())?.map(({ id }) => id)).toEqual([expect.any(String), key.id]);
  expect((await stat(volume)).mode & 0o777).toBe(0o600);
});

it("says when the file was lost while Weft ran, and makes no new key that would hide it", async () => {
  const path = join(folder, "encryption-keys");
  const vault = new Vault(keyFile(path));
  const place = { table: "variables", id: "var_1", workspaceId: "wsp_1", purpose: "value of A" } as const;
  const sealed = await vault.seal("secret", place);
  await rm(path);
  await expect(vault.seal("other", place)).rejects.toMatchObject({
    code: "unavailable",
    message: `${path} is gone, and with it the encryption keys.`,
  });
  // What was read before still opens.
  expect(await vault.open(sealed, place)).toBe("secret");
  expect(await readdir(folder)).toEqual([]);
});

it("leaves the variable's keys to the operator", async () => {
  const source = findKeySource({ WEFT_ENCRYPTION_KEYS: `a:${Buffer.alloc(32, 1).toString("base64")}` }, folder);
  expect([source.name, source.writable]).toEqual(["WEFT_ENCRYPTION_KEYS", false]);
  await expect(source.replace([newKey()])).rejects.toThrow("Weft cannot change");
  expect(await readdir(folder)).toEqual([]);
});
