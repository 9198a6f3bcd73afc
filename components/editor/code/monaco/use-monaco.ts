"use client";
import { useEffect, useState } from "react";
import { useTheme } from "../../../ui/theme.ts";
import { loadMonaco } from "./load-monaco.ts";
import { defineThemes, themeName } from "./themes.ts";
import type { Loaded } from "./api.ts";

/** Monaco in the page's theme: undefined while it loads, an error when it could not be. */
export function useMonaco(): Loaded | Error | undefined {
  const [loaded, setLoaded] = useState<Loaded | Error>();
  const { isDark } = useTheme();
  useEffect(() => {
    let isGone = false;
    loadMonaco().then(
      (monaco) => {
        if (!isGone) setLoaded(monaco);
      },
      (error: unknown) => {
        if (!isGone) setLoaded(error instanceof Error ? error : new Error(String(error)));
      },
    );
    return () => {
      isGone = true;
    };
  }, []);
  useEffect(() => {
    if (!loaded || loaded instanceof Error) return;
    defineThemes(loaded.monaco);
    loaded.monaco.editor.setTheme(themeName(isDark));
  }, [loaded, isDark]);
  return loaded;
}
