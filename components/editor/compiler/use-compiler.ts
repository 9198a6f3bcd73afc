"use client";
import { useEffect } from "react";
import { useOpenDocument } from "../document-context.tsx";
import type { CompilerClient } from "./compiler-client.ts";
import { createCompilerClient } from "./create-compiler-client.ts";

interface Shared {
  readonly client: CompilerClient;
  users: number;
  end: ReturnType<typeof setTimeout> | undefined;
}

/** How long a worker outlives the last screen that used it, in milliseconds: the next workflow finds it warm. */
const KEPT_MS = 30_000;

const shared = new Map<string, Shared>();

function sharedFor(workspace: string): Shared {
  const known = shared.get(workspace);
  if (known) return known;
  const client = createCompilerClient(
    () => new Worker(new URL("./compiler-worker.ts", import.meta.url), { type: "module", name: workspace }),
  );
  const made: Shared = { client, users: 0, end: undefined };
  shared.set(workspace, made);
  return made;
}

/** The compiler of the open workflow: one worker for the whole screen, which loads with the first question. */
export function useCompiler(): CompilerClient {
  const { workspace } = useOpenDocument();
  useEffect(() => {
    const used = sharedFor(workspace);
    used.users += 1;
    clearTimeout(used.end);
    return () => {
      used.users -= 1;
      if (used.users === 0) used.end = setTimeout(() => used.client.dispose(), KEPT_MS);
    };
  }, [workspace]);
  return sharedFor(workspace).client;
}
