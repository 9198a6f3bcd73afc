const KEY = "weft.tour";

/** Whether this browser's person has seen (or skipped) the tour. */
export function hasSeenTour(): boolean {
  return localStorage.getItem(KEY) !== null;
}

export function noteTourSeen(): void {
  localStorage.setItem(KEY, "seen");
}
