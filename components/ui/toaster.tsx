"use client";
import { Toaster as Sonner } from "sonner";
import { useTheme } from "./theme.ts";

/** Where messages appear. */
export function Toaster() {
  const { isDark } = useTheme();
  return <Sonner theme={isDark ? "dark" : "light"} position="bottom-center" gap={8} closeButton style={{ fontFamily: "inherit" }} />;
}
