/** A piece of text as Notion writes it. */
export interface RichText {
  readonly plain_text?: string;
  readonly text?: { readonly content: string };
}

/** What Notion takes as one piece. */
const LONGEST_PIECE = 2_000;

/** A text in the pieces that Notion takes; an empty one is no piece at all. */
export function toRichText(text: string): { text: { content: string } }[] {
  const pieces: string[] = [];
  let piece = "";
  // By character: a piece must not end within a pair of surrogates.
  for (const character of text) {
    if (piece.length + character.length > LONGEST_PIECE) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  if (piece !== "") pieces.push(piece);
  return pieces.map((content) => ({ text: { content } }));
}

export function plainText(pieces: readonly RichText[] | undefined): string {
  return (pieces ?? []).map((piece) => piece.plain_text ?? piece.text?.content ?? "").join("");
}
