import type { Autosave } from "./autosave.ts";

/** What the tabs of a browser tell each other. */
interface Notice {
  readonly id: string;
  readonly revision: number;
}

/** Tells autosave what happens to its page, and other tabs what was saved. */
export interface PageWatch {
  /** This tab has saved a revision; `onSaved` of autosave. */
  announce(revision: number): void;
  dispose(): void;
}

/**
 * Watches for the page that goes away, the network that comes back, a person who comes back, and other tabs that save the same document.
 * `announce` may be called before `autosave` is there.
 */
export function watchPage(id: string, autosave: () => Autosave | undefined): PageWatch {
  const channel = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("weft-documents");
  const stops = new AbortController();
  const { signal } = stops;
  const refresh = (revision?: number): void => void autosave()?.refresh(revision);
  channel?.addEventListener("message", ({ data }: MessageEvent<Notice>) => data.id === id && refresh(data.revision), { signal });
  window.addEventListener("online", () => autosave()?.retry(), { signal });
  window.addEventListener("pagehide", () => autosave()?.flush(), { signal });
  window.addEventListener("focus", () => refresh(), { signal });
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && autosave()?.flush(), { signal });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    announce: (revision) => channel?.postMessage({ id, revision } satisfies Notice),
    dispose() {
      stops.abort();
      channel?.close();
    },
  };
}
