import type { editor } from "monaco-editor/editor/editor.api";

/** How every editor of ours looks and behaves. */
export const editorOptions: editor.IStandaloneEditorConstructionOptions & editor.IStandaloneDiffEditorConstructionOptions = {
  automaticLayout: true,
  fontFamily: '"JetBrains Mono Variable", ui-monospace, "SF Mono", Menlo, Consolas, monospace',
  fontSize: 13,
  lineHeight: 20,
  fontLigatures: false,
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: false,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  smoothScrolling: !matchMedia("(prefers-reduced-motion: reduce)").matches,
  cursorBlinking: "solid",
  renderLineHighlight: "line",
  renderLineHighlightOnlyWhenFocus: true,
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  guides: { indentation: true, bracketPairs: false },
  bracketPairColorization: { enabled: false },
  fixedOverflowWidgets: true,
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
  padding: { top: 12, bottom: 12 },
  wordBasedSuggestions: "off",
  stickyScroll: { enabled: false },
  accessibilitySupport: "auto",
};
