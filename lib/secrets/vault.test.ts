import { inspect } from "node:util";
import { expect, it } from "vitest";
import { newKey, parseKeyRing, printKey } from "./key-ring.ts";
import { findKeySource } from "./key-source.ts";
import type { Place } from "./vault.ts";
import { Vault } from "./vault.ts";

const place: Place = { table: "connections", id: "con_1", workspaceId: "wsp_1", purpose: "secrets of slack" };
const [first, second] = [newKey(), newKey()];
const vaultOf = (...keys: (typeof first)[]) => new Vault(findKeySource({ WEFT_ENCRYPTION_KEYS: keys.map(printKey).join(",") }));
const vault = vaultOf(first);

it("opens what it sealed, and seals the same text differently each time", async () => {
  const one = await vault.seal("geheim ✓", place);
  const two = await vault.seal("geheim ✓", place);
  expect(await vault.open(one, place)).toBe("geheim ✓");
  expect(one.ciphertext.equals(two.ciphertext)).toBe(false);
  expect(one.ciphertext.includes("geheim")).toBe(false);
  expect(one.keyId).toBe(first.id);
});

it.each<[string, Partial<Place>]>([
  ["table", { table: "variables" }],
  ["row", { id: "con_2" }],
  ["workspace", { workspaceId: "wsp_2" }],
  ["field", { purpose: "secrets of github" }],
])("does not open in another %s", async (_what, other) => {
  const sealed = await vault.seal("secret", place);
  await expect(vault.open(sealed, { ...place, ...other })).rejects.toThrow("was altered or moved");
});

it("does not open when any byte was altered or the end cut off", async () => {
  const sealed = await vault.seal("secret", place);
  for (let at = 0; at < sealed.ciphertext.length; at++) {
    const ciphertext = Buffer.from(sealed.ciphertext);
    ciphertext.writeUInt8(ciphertext.readUInt8(at) ^ 1, at);
    await expect(vault.open({ ...sealed, ciphertext }, place)).rejects.toThrow("was altered or moved");
  }
  for (let length = 0; length < sealed.ciphertext.length; length++) {
    await expect(vault.open({ ...sealed, ciphertext: sealed.ciphertext.subarray(0, length) }, place)).rejects.toThrow(
      "was altered or moved",
    );
  }
});

it("names the key that is missing, and the record it sealed", async () => {
  const sealed = await vault.seal("secret", place);
  await expect(vaultOf(second).open(sealed, place)).rejects.toMatchObject({
    code: "unavailable",
    message: `The key "${first.id}", which sealed connections con_1, is not in WEFT_ENCRYPTION_KEYS.`,
  });
});

it("tells another key of the same name from an altered record no more than it can", async () => {
  const sealed = await vault.seal("secret", place);
  await expect(vaultOf({ ...second, id: first.id }).open(sealed, place)).rejects.toThrow(`does not open with the key "${first.id}"`);
});

it("seals with the first key and opens with every one", async () => {
  const both = vaultOf(second, first);
  expect(await both.open(await vault.seal("old", place), place)).toBe("old");
  expect((await both.seal("new", place)).keyId).toBe(second.id);
});

it.each([
  ["a", 'does not begin with an id of letters, digits, "-" and "_", and a colon'],
  ["a:short", 'the key "a" is not 32 bytes in base64'],
  [`a:${"%".repeat(44)}`, 'the key "a" is not 32 bytes in base64'],
  [`a b:${"A".repeat(43)}=`, "Entry 1 of it does not begin with an id"],
  [`${printKey(first)},${printKey(first)}`, `names the key "${first.id}" twice`],
  [" , ", "it holds no key"],
])("refuses the key ring %s", (text, message) => {
  expect(() => parseKeyRing(text, "it")).toThrow(message);
});

it("shows no key when a ring is printed or refused", () => {
  const secret = printKey(first).split(":")[1] ?? "";
  expect(inspect(parseKeyRing(printKey(first), "it"), { depth: 9 })).not.toContain(secret);
  expect(JSON.stringify(parseKeyRing(printKey(first), "it"))).not.toContain(secret);
  const refused = (() => {
    try {
      return parseKeyRing(`a:${secret}${secret}`, "it");
    } catch (error) {
      return error;
    }
  })();
  expect(inspect(refused)).not.toContain(secret.slice(0, 20));
});
