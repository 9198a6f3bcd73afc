import type * as api from "monaco-editor/editor/editor.api";
import type * as loaded from "./monaco.ts";

/** Monaco's own interface. */
export type Api = typeof api;

/** Monaco as `loadMonaco` gives it. */
export type Loaded = typeof loaded;
