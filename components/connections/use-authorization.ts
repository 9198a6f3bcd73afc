"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "../api/client.ts";
import { connectionsText } from "../text/connections.ts";

/** How signing in with a service goes. */
export type Authorization =
  | { readonly state: "idle" }
  | { readonly state: "waiting"; readonly url: string | undefined }
  | { readonly state: "done" }
  | { readonly state: "failed"; readonly error: unknown };

/** How often the server is asked whether the person is back, in milliseconds, and how long a window that closed may still have told it. */
const EVERY = 1_500;
const GRACE = 4_000;

/** Signs in with a service in a window of its own, and waits until the server has its token. Call `begin` from a click, so that the window may open. */
export function useAuthorization(workspace: string) {
  const client = useQueryClient();
  const [authorization, setAuthorization] = useState<Authorization>({ state: "idle" });
  const running = useRef(0);
  useEffect(
    () => () => {
      running.current += 1;
    },
    [],
  );

  const begin = useCallback(
    async (alias: string, opened: Window | null = openWindow()) => {
      const turn = ++running.current;
      setAuthorization({ state: "waiting", url: undefined });
      try {
        const { url } = await api("POST /api/connections/{alias}/authorize", { workspace, params: { alias } });
        if (!opened) throw new Error(connectionsText.blocked);
        opened.location.href = url;
        setAuthorization({ state: "waiting", url });
        let closedAt: number | undefined;
        while (turn === running.current) {
          await pause(EVERY);
          const { status } = await api("GET /api/connections/{alias}", { workspace, params: { alias } });
          if (status === "ready") break;
          if (opened.closed) closedAt ??= Date.now();
          if (closedAt !== undefined && Date.now() - closedAt > GRACE) throw new Error(connectionsText.cancelled);
        }
        if (turn !== running.current) return;
        opened.close();
        setAuthorization({ state: "done" });
      } catch (error) {
        opened?.close();
        if (turn === running.current) setAuthorization({ state: "failed", error });
      } finally {
        await client.invalidateQueries({ queryKey: ["connections", workspace] });
      }
    },
    [client, workspace],
  );
  return { authorization, begin };
}

/** Opens the window that the sign-in happens in; null where the browser does not let it. */
export function openWindow(): Window | null {
  return window.open("about:blank", "weft-authorize", "popup,width=560,height=720");
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
