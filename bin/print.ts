import { styleText } from "node:util";
import { formatDiagnostic } from "../codegen/diagnostics/format-diagnostic.ts";
import type { Diagnostic } from "../codegen/diagnostics/diagnostic.ts";

/** Writes to standard output and waits until it is out: a pipe's reader gets all of it however soon the process ends. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text.endsWith("\n") ? text : `${text}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

export function printJson(value: unknown): Promise<void> {
  return print(JSON.stringify(value, null, 2));
}

/** Prints diagnostics on standard error, with colour on a terminal. */
export function printDiagnostics(diagnostics: readonly Diagnostic[]): void {
  const color = process.stderr.hasColors?.() ?? false;
  for (const diagnostic of diagnostics) console.error(formatDiagnostic(diagnostic, { color }));
}

/** `1 error, 2 warnings`, or `no problems`. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic["severity"]): string[] => {
    const found = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return found === 0 ? [] : [`${found} ${severity}${found === 1 ? "" : "s"}`];
  };
  return [...count("error"), ...count("warning")].join(", ") || "no problems";
}

/** Text for standard error in a style, plain where colours are off. */
export function mark(style: Parameters<typeof styleText>[0], text: string): string {
  return styleText(style, text, { stream: process.stderr });
}

/** `950 ms`, `2.4 s`, `3 min 5 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${Math.floor(milliseconds / 60_000)} min ${Math.round((milliseconds % 60_000) / 1000)} s`;
}
