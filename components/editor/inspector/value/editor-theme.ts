import { EditorView } from "@codemirror/view";

const ink = (name: string): string => `var(--color-${name})`;

/** CodeMirror in our own clothes: the frame around it has the border and the padding. */
export const editorTheme = EditorView.theme({
  "&": { backgroundColor: "transparent", color: "inherit" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "inherit", overflowX: "visible" },
  ".cm-content": { padding: "0", caretColor: ink("ink"), minHeight: "1.25rem" },
  ".cm-line": { padding: "0" },
  ".cm-placeholder": { color: ink("faint") },
  ".cm-tooltip": {
    border: `1px solid ${ink("line")}`,
    backgroundColor: ink("raised"),
    borderRadius: "8px",
    boxShadow: "var(--shadow-high)",
    zIndex: "60",
  },
  ".cm-tooltip.cm-tooltip-autocomplete": { padding: "4px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {
    fontFamily: "var(--font-sans)",
    fontSize: "var(--text-xs)",
    maxHeight: "15rem",
    minWidth: "17rem",
    maxWidth: "min(26rem, 90vw)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": {
    display: "flex",
    alignItems: "baseline",
    gap: "8px",
    padding: "3px 8px",
    borderRadius: "4px",
    color: ink("ink"),
    lineHeight: "1.25rem",
  },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: ink("active"), color: ink("ink") },
  ".cm-completionLabel": { fontFamily: "var(--font-mono)", fontWeight: "500" },
  ".cm-completionMatchedText": { textDecoration: "none", color: ink("accent") },
  ".cm-completionDetail": {
    marginLeft: "0",
    fontStyle: "normal",
    color: ink("muted"),
    flex: "1",
    whiteSpace: "nowrap",
    overflow: "hidden",
    textOverflow: "ellipsis",
  },
  ".cm-sample": {
    color: ink("faint"),
    fontFamily: "var(--font-mono)",
    fontSize: "var(--text-2xs)",
    maxWidth: "9rem",
    whiteSpace: "nowrap",
    overflow: "hidden",
    textOverflow: "ellipsis",
  },
  ".cm-tooltip.cm-completionInfo": {
    padding: "6px 10px",
    maxWidth: "16rem",
    fontFamily: "var(--font-sans)",
    fontSize: "var(--text-xs)",
    color: ink("muted"),
  },
});
