"use client";
import { atom, useAtomValue, useSetAtom } from "jotai";
import { useEffect } from "react";
import type { Findable } from "./score.ts";

/** Something that ⌘K does. */
export interface PaletteCommand extends Findable {
  readonly id: string;
  /** Shown beside it, as `Mod+Shift+L`. */
  readonly keys?: string;
  readonly run: () => void;
}

const commandsAtom = atom<ReadonlyMap<string, PaletteCommand>>(new Map());

/** Adds a command to the palette while the caller is shown; keep the object the same while it says the same. */
export function usePaletteCommand(command: PaletteCommand | undefined): void {
  const setCommands = useSetAtom(commandsAtom);
  useEffect(() => {
    if (!command) return;
    setCommands((commands) => new Map(commands).set(command.id, command));
    return () =>
      setCommands((commands) => {
        const rest = new Map(commands);
        if (rest.get(command.id) === command) rest.delete(command.id);
        return rest;
      });
  }, [command, setCommands]);
}

/** The commands that other parts have added. */
export function useAddedCommands(): readonly PaletteCommand[] {
  return [...useAtomValue(commandsAtom).values()];
}
