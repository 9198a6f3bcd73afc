/** Monaco's worker for differences, links and words. */
import "monaco-editor/editor/editor.worker";
