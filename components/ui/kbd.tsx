"use client";
import { useSyncExternalStore } from "react";
import { cn } from "./cn.ts";

const MAC: Readonly<Record<string, string>> = { Mod: "⌘", Alt: "⌥", Shift: "⇧", Enter: "↵", Backspace: "⌫", Escape: "Esc" };
const OTHER: Readonly<Record<string, string>> = { Mod: "Ctrl", Enter: "↵", Escape: "Esc" };
const ARROWS: Readonly<Record<string, string>> = { ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→" };

const never = (): (() => void) => () => undefined;

/** Keys as this platform's people read them; `keys` is written as `Mod+Shift+L`. */
export function Kbd({ keys, inverse = false }: { readonly keys: string; readonly inverse?: boolean }) {
  const isMac = useSyncExternalStore(
    never,
    () => /Mac|iP(?:hone|ad)/.test(navigator.platform),
    () => false,
  );
  const names = (keys === "+" ? [keys] : keys.split("+")).map((key) => ARROWS[key] ?? (isMac ? MAC : OTHER)[key] ?? key);
  return (
    <kbd
      className={cn(
        "inline-flex h-4.5 items-center rounded-sm border px-1 font-sans text-2xs",
        inverse ? "border-current/30 text-current" : "border-line-strong bg-sunken text-muted",
      )}
    >
      {names.join(isMac ? "" : " ")}
    </kbd>
  );
}
