import type { editor } from "monaco-editor/editor/editor.api";
import type { Api } from "./api.ts";

/** Defines Monaco's two themes from the tokens of the design language, as they are in the page's style sheet. */
export function defineThemes(monaco: Api): void {
  for (const scheme of ["light", "dark"] as const) monaco.editor.defineTheme(themeName(scheme === "dark"), makeTheme(scheme));
}

export function themeName(isDark: boolean): string {
  return isDark ? "weft-dark" : "weft-light";
}

const names = [
  "surface",
  "raised",
  "sunken",
  "hover",
  "active",
  "ink",
  "muted",
  "faint",
  "line",
  "line-strong",
  "control",
  "accent",
  "accent-soft",
  "good",
  "good-soft",
  "warn",
  "bad",
  "bad-soft",
  "busy",
  "focus",
] as const;
type Colours = Readonly<Record<(typeof names)[number], string>>;

function makeTheme(scheme: "light" | "dark"): editor.IStandaloneThemeData {
  const colour = readTokens(scheme);
  const ink = (token: string, foreground: string, fontStyle = ""): editor.ITokenThemeRule => ({
    token,
    foreground: foreground.slice(1),
    fontStyle,
  });
  return {
    base: scheme === "dark" ? "vs-dark" : "vs",
    inherit: false,
    rules: [
      ink("", colour.ink),
      ink("comment", colour.muted, "italic"),
      ink("string", colour.good),
      ink("string.escape", colour.warn),
      ink("regexp", colour.good),
      ink("number", colour.warn),
      ink("keyword", colour.busy),
      ink("keyword.json", colour.warn),
      ink("string.key.json", colour.ink),
      ink("string.value.json", colour.good),
      ink("type", colour.accent),
      ink("tag", colour.busy),
      ink("attribute.name", colour.accent),
      ink("attribute.value", colour.good),
      ink("metatag", colour.muted),
      ink("predefined", colour.accent),
      ink("operator", colour.muted),
      ink("delimiter", colour.muted),
    ],
    colors: {
      foreground: colour.ink,
      focusBorder: colour.focus,
      "editor.background": colour.surface,
      "editor.foreground": colour.ink,
      "editorLineNumber.foreground": colour.faint,
      "editorLineNumber.activeForeground": colour.ink,
      "editorCursor.foreground": colour.ink,
      "editor.lineHighlightBackground": `${colour.hover}80`,
      "editor.lineHighlightBorder": "#00000000",
      "editor.selectionBackground": `${colour.focus}38`,
      "editor.inactiveSelectionBackground": `${colour.focus}24`,
      "editor.wordHighlightBackground": `${colour.focus}1c`,
      "editor.wordHighlightStrongBackground": `${colour.accent}24`,
      "editor.findMatchBackground": `${colour.warn}50`,
      "editor.findMatchHighlightBackground": `${colour.warn}28`,
      "editorBracketMatch.background": `${colour.focus}24`,
      "editorBracketMatch.border": "#00000000",
      // Brackets are delimiters like others.
      ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`editorBracketHighlight.foreground${level}`, colour.muted])),
      "editorIndentGuide.background1": colour.line,
      "editorIndentGuide.activeBackground1": colour["line-strong"],
      "editorWhitespace.foreground": colour["line-strong"],
      "editorError.foreground": colour.bad,
      "editorWarning.foreground": colour.warn,
      "editorInfo.foreground": colour.busy,
      "editorWidget.background": colour.raised,
      "editorWidget.foreground": colour.ink,
      "editorWidget.border": colour["line-strong"],
      "editorHoverWidget.background": colour.raised,
      "editorHoverWidget.foreground": colour.ink,
      "editorHoverWidget.border": colour["line-strong"],
      "editorSuggestWidget.background": colour.raised,
      "editorSuggestWidget.border": colour["line-strong"],
      "editorSuggestWidget.foreground": colour.ink,
      "editorSuggestWidget.highlightForeground": colour.accent,
      "editorSuggestWidget.focusHighlightForeground": colour.accent,
      "editorSuggestWidget.selectedBackground": colour.active,
      "editorSuggestWidget.selectedForeground": colour.ink,
      "editorStickyScroll.background": colour.surface,
      "editorStickyScrollHover.background": colour.hover,
      "editorOverviewRuler.border": "#00000000",
      "editorGutter.background": colour.surface,
      "editorUnicodeHighlight.border": colour.warn,
      "editorLightBulb.foreground": colour.warn,
      "editorLink.activeForeground": colour.busy,
      "textLink.foreground": colour.busy,
      "textLink.activeForeground": colour.busy,
      "textCodeBlock.background": colour.sunken,
      "input.background": colour.surface,
      "input.foreground": colour.ink,
      "input.border": colour.control,
      "input.placeholderForeground": colour.faint,
      "inputOption.activeBackground": colour.active,
      "inputOption.activeForeground": colour.ink,
      "inputOption.activeBorder": colour.focus,
      "list.hoverBackground": colour.hover,
      "list.focusBackground": colour.active,
      "list.activeSelectionBackground": colour.active,
      "list.activeSelectionForeground": colour.ink,
      "list.highlightForeground": colour.accent,
      "menu.background": colour.raised,
      "menu.foreground": colour.ink,
      "menu.selectionBackground": colour.active,
      "menu.selectionForeground": colour.ink,
      "menu.separatorBackground": colour.line,
      "menu.border": colour["line-strong"],
      "widget.shadow": "#00000024",
      "scrollbar.shadow": "#00000000",
      "scrollbarSlider.background": `${colour.control}40`,
      "scrollbarSlider.hoverBackground": `${colour.control}70`,
      "scrollbarSlider.activeBackground": `${colour.control}90`,
      "diffEditor.insertedTextBackground": `${colour.good}30`,
      "diffEditor.removedTextBackground": `${colour.bad}30`,
      "diffEditor.insertedLineBackground": `${colour.good}18`,
      "diffEditor.removedLineBackground": `${colour.bad}18`,
      "diffEditor.unchangedRegionBackground": colour.sunken,
      "diffEditor.unchangedRegionForeground": colour.muted,
      "diffEditor.diagonalFill": colour.line,
    },
  };
}

/** The tokens as `#rrggbb`, in one scheme, whichever the page is in. */
function readTokens(scheme: "light" | "dark"): Colours {
  const probe = document.createElement("span");
  probe.style.display = "none";
  probe.style.colorScheme = scheme;
  document.body.append(probe);
  const read = (name: string): string => {
    probe.style.color = `var(--color-${name})`;
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/\d+/g) ?? []).map(Number);
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  };
  // Every name is read just here.
  const colours = Object.fromEntries(names.map((name) => [name, read(name)])) as Colours;
  probe.remove();
  return colours;
}
