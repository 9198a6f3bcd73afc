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
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly limit: CodeLimit | undefined;
  readonly logs: readonly CodeLog[];

  constructor(details: CodeErrorDetails, source: string, logs: readonly CodeLog[]) {
    super(describe(details, source));
    this.name = details.name;
    this.line = details.line;
    this.column = details.column;
    this.limit = details.limit;
    this.logs = logs;
  }
}

const LONGEST_EXCERPT = 120;

function describe(details: CodeErrorDetails, source: string): string {
  if (details.line === undefined) return details.message;
  const text = (source.split("\n")[details.line - 1] ?? "").trim();
  if (text === "") return `${details.message} (line ${details.line})`;
  const excerpt = text.length > LONGEST_EXCERPT ? `${text.slice(0, LONGEST_EXCERPT)}…` : text;
  return `${details.message} (line ${details.line}: ${excerpt})`;
}
