import type { Loaded } from "./api.ts";

let loading: Promise<Loaded> | undefined;

/** Monaco, which loads when it is first asked for. A load that failed is tried again. */
export function loadMonaco(): Promise<Loaded> {
  loading ??= import("./monaco.ts").then(async (loaded) => {
    // Letters are measured once: with the font that they are drawn in.
    await document.fonts.load('13px "JetBrains Mono Variable"').catch(() => []);
    return loaded;
  });
  loading.catch(() => (loading = undefined));
  return loading;
}
