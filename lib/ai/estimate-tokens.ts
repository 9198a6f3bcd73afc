/** About how many tokens a text is, rather too many than too few: a third of its ASCII characters, and one for each other character. */
export function estimateTokens(text: string): number {
  let others = 0;
  for (const character of text) if (character > "\u007f") others++;
  return Math.ceil((text.length - others) / 3) + others;
}
