import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";

const css = await readFile(new URL("../../app/styles.css", import.meta.url), "utf8");

type Theme = "light" | "dark";

/** The red, green and blue of a colour of `app/styles.css`, each in 0 to 1. */
function channels(name: string, theme: Theme): number[] {
  const [, light, dark] = new RegExp(String.raw`--color-${name}: light-dark\(#(\w{6}), #(\w{6})\);`).exec(css) ?? [];
  const hex = theme === "light" ? light : dark;
  if (hex === undefined) throw new Error(`app/styles.css has no colour ${name}`);
  return (hex.match(/../g) ?? []).map((channel) => Number.parseInt(channel, 16) / 255);
}

/** WCAG 2.2, "relative luminance". */
function luminance(colour: number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => (value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, "contrast ratio": 1 to 21. */
function contrast(text: string, ground: string, theme: Theme): number {
  const [darker = 0, lighter = 0] = [text, ground].map((name) => luminance(channels(name, theme))).sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const GROUNDS = ["canvas", "surface", "raised", "sunken", "hover", "active"];
const TEXTS = ["ink", "muted", "faint", "accent", "good", "warn", "bad", "busy"];
const ON_THEIR_OWN = ["accent", "good", "warn", "bad", "busy"].map((tone) => [tone, `${tone}-soft`] as const);
const FILLED = [
  ["on-accent", "accent-fill"],
  ["on-accent", "accent-fill-hover"],
] as const;

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  it.each([...TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)), ...ON_THEIR_OWN, ...FILLED])(
    "reads %s on %s with the contrast of AA",
    (text, ground) => {
      expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(["focus", "control"])("shows %s on every ground with the contrast of AA for what is no text", (name) => {
    expect(Math.min(...GROUNDS.map((ground) => contrast(name, ground, theme)))).toBeGreaterThanOrEqual(3);
  });
});
