import { describe, expect, it } from "vitest";
import { shortcutText } from "../../text/shortcuts.ts";
import { matchesKeys } from "./match-keys.ts";
import { shortcuts } from "./shortcuts.ts";

const press = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", true>> = {}, code = "") => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe("the table of shortcuts", () => {
  it("gives no two things the same keys", () => {
    const keys = shortcuts.flatMap((shortcut) => shortcut.keys);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it("has every id once, each with words of its own", () => {
    expect(shortcuts.map(({ id }) => id).sort()).toEqual(Object.keys(shortcutText.labels).sort());
    expect(new Set(Object.values(shortcutText.labels)).size).toBe(shortcuts.length);
  });
});

describe("matchesKeys", () => {
  it("takes ⌘ on a Mac and Ctrl elsewhere, and never the other one", () => {
    expect(matchesKeys("Mod+K", press("k", { metaKey: true }), true)).toBe(true);
    expect(matchesKeys("Mod+K", press("k", { ctrlKey: true }), true)).toBe(false);
    expect(matchesKeys("Mod+K", press("k", { ctrlKey: true }), false)).toBe(true);
    expect(matchesKeys("Mod+K", press("k", { ctrlKey: true, metaKey: true }), false)).toBe(false);
  });

  it("minds Shift for letters and names, not for signs", () => {
    expect(matchesKeys("D", press("D", { shiftKey: true }), false)).toBe(false);
    expect(matchesKeys("Shift+L", press("L", { shiftKey: true }), false)).toBe(true);
    expect(matchesKeys("ArrowUp", press("ArrowUp", { shiftKey: true }), false)).toBe(false);
    expect(matchesKeys("?", press("?", { shiftKey: true }), false)).toBe(true);
    expect(matchesKeys("+", press("+"), false)).toBe(true);
  });

  it("finds a letter by its place where the layout has no Latin letters", () => {
    expect(matchesKeys("Mod+Z", press("я", { ctrlKey: true }, "KeyZ"), false)).toBe(true);
    expect(matchesKeys("Mod+Z", press("y", { ctrlKey: true }, "KeyZ"), false)).toBe(false);
  });

  it("does not take a combination for a part of it", () => {
    expect(matchesKeys("C", press("c", { ctrlKey: true }), false)).toBe(false);
    expect(matchesKeys("Alt+ArrowRight", press("ArrowRight", { altKey: true, shiftKey: true }), false)).toBe(false);
  });
});
