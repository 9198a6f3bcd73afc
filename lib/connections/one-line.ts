/**
 * What somebody else's server says, as one line that a terminal, a page and the database can show: without control characters, and without
 * those that change the direction of what follows.
 */
export function oneLine(text: string, limit: number): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .trim()
    .slice(0, limit);
}
