const KEY = "weft-recent-kinds";
const KEPT = 12;

/** The kinds this browser added last, newest first. */
export function readRecents(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((kind) => typeof kind === "string") : [];
  } catch {
    return [];
  }
}

export function rememberKind(kind: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([kind, ...readRecents().filter((other) => other !== kind)].slice(0, KEPT)));
  } catch {
    // A browser that keeps nothing still adds nodes.
  }
}
