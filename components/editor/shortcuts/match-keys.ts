/** What of a keyboard event says which keys are down. */
export interface PressedKeys {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Whether an event is this combination, written as `Mod+Shift+L`. Letters go by what is printed on them, so that every layout works. */
export function matchesKeys(keys: string, event: PressedKeys, isMac: boolean): boolean {
  const parts = keys.split("+");
  // `+` itself ends in an empty part.
  const name = keys.endsWith("+") ? "+" : (parts.pop() ?? "");
  const modifiers = new Set(parts.filter((part) => part !== ""));
  if ((isMac ? event.metaKey : event.ctrlKey) !== modifiers.has("Mod")) return false;
  if ((isMac ? event.ctrlKey : event.metaKey) || event.altKey !== modifiers.has("Alt")) return false;
  const isLetter = /^[A-Z]$/.test(name);
  // Signs such as ? need Shift on some layouts and not on others.
  const mindsShift = isLetter || name.length > 1;
  if (mindsShift && event.shiftKey !== modifiers.has("Shift")) return false;
  if (isLetter) return event.key.toUpperCase() === name || (!/^[a-z]$/i.test(event.key) && event.code === `Key${name}`);
  // Alt with a digit or sign gives other signs on a Mac; none of ours has it.
  return event.key === name;
}

/** Whether this browser's people press ⌘ where others press Ctrl. */
export function isMacKeyboard(): boolean {
  return /Mac|iP(?:hone|ad)/.test(navigator.platform);
}
