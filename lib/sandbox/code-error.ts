/** Which limit the code ran into. */
export type CodeLimit = "time" | "memory" | "output" | "stack";

export interface CodeErrorDetails {
  readonly name: string;
  readonly message: string;
  /** 1-based, in the text the person typed. */
  readonly line?: number;
  readonly column?: number;
  readonly limit?: CodeLimit;
}

/** One line that the code printed. */
export interface CodeLog {
  readonly level: "log" | "warn" | "error";
  readonly text: string;
}

/** The user's own code failed; `message` names the line and shows it. */
export class CodeError extends Error {
  /** What was thrown, and nothing else: what code that catches it reads. */
  readonly thrown: string;
  /** `line 2: return a.b.c;` */
  readonly place: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly limit: CodeLimit | undefined;
  readonly logs: readonly CodeLog[];

  constructor(details: CodeErrorDetails, source: string, logs: readonly CodeLog[]) {
    const place = placeOf(details, source);
    super(place === undefined ? details.message : `${details.message} (${place})`);
    this.name = details.name;
    this.thrown = details.message;
    this.place = place;
    this.line = details.line;
    this.column = details.column;
    this.limit = details.limit;
    this.logs = logs;
  }
}

const LONGEST_EXCERPT = 120;

function placeOf({ line }: CodeErrorDetails, source: string): string | undefined {
  if (line === undefined) return undefined;
  const text = (source.split("\n")[line - 1] ?? "").trim();
  if (text === "") return `line ${line}`;
  return `line ${line}: ${text.length > LONGEST_EXCERPT ? `${text.slice(0, LONGEST_EXCERPT)}…` : text}`;
}
