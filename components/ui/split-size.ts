/** What the other part keeps at least, in pixels. */
const LEAST_OTHER = 240;

/** A size in pixels between the least and what the room leaves. */
export function limitSize(wanted: number, least: number, room: number): number {
  return Math.round(Math.max(least, Math.min(wanted, room - LEAST_OTHER)));
}

/** The size that was kept in this browser; undefined when none was, or nothing can be kept. */
export function readSize(id: string): number | undefined {
  try {
    const size = Number(localStorage.getItem(keyOf(id)));
    return size > 0 ? size : undefined;
  } catch {
    return undefined;
  }
}

export function storeSize(id: string, size: number): void {
  try {
    localStorage.setItem(keyOf(id), String(size));
  } catch {
    // A private window, or a full disk: the size is as it was at the next visit.
  }
}

function keyOf(id: string): string {
  return `weft.split.${id}`;
}
