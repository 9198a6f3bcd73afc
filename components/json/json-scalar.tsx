import { markMatches } from "./search-json.ts";

const COLOURS: Readonly<Record<string, string>> = {
  string: "text-good",
  number: "text-busy",
  boolean: "text-warn",
  null: "text-muted italic",
  undefined: "text-muted italic",
};

/** A text, number, truth value or null, in the colour of its type and written as JSON writes it: a text in quotes. */
export function JsonScalar({ value, wanted = "", cut }: { readonly value: unknown; readonly wanted?: string; readonly cut?: number }) {
  const type = value === null ? "null" : typeof value;
  const text = typeof value === "string" ? `"${cut === undefined ? value : value.slice(0, cut)}"` : String(value);
  return (
    <span className={COLOURS[type]}>
      <Marked text={text} wanted={wanted} />
    </span>
  );
}

/** A text with what is searched for marked in it. */
export function Marked({ text, wanted, className }: { readonly text: string; readonly wanted: string; readonly className?: string }) {
  if (wanted === "") return <span className={className}>{text}</span>;
  const pieces = markMatches(text, wanted);
  return (
    <span className={className}>
      {pieces.map((piece, at) => (
        // Pieces of a text have no name but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <Piece key={at} {...piece} />
      ))}
    </span>
  );
}

function Piece({ text, isMatch }: { readonly text: string; readonly isMatch: boolean }) {
  return isMatch ? <mark className="rounded-sm bg-warn-soft text-current outline-1 outline-warn">{text}</mark> : text;
}
