/** Monaco's worker for JSON. */
import "monaco-editor/languages/features/json/json.worker";
