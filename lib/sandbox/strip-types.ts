import { stripTypeScriptTypes } from "node:module";
import type { CodeErrorDetails } from "./code-error.ts";

export type StrippedCode = { readonly javascript: string } | { readonly error: CodeErrorDetails };

const HEAD_LINES = 1;

/** The user's function body as a JavaScript function expression of its inputs. Types become blanks, so every line and column stays. */
export function stripTypes(source: string, inputNames: readonly string[]): StrippedCode {
  const parameter = inputNames.length === 0 ? "" : `{ ${inputNames.join(", ")} }`;
  const typescript = `(async function (${parameter}) {\n${source}\n})`;
  try {
    return { javascript: stripTypeScriptTypes(typescript, { sourceUrl: "code" }) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // The place is only told in the first line of the stack: `code:<line>`.
    const line = Number(/^code:(\d+)/.exec(error.stack ?? "")?.[1] ?? Number.NaN) - HEAD_LINES;
    const lines = source.split("\n").length;
    return {
      error: {
        name: "SyntaxError",
        message: error.message.replace(" in strip-only mode", " here; use what JavaScript has"),
        ...(Number.isNaN(line) ? {} : { line: Math.min(Math.max(1, line), lines) }),
      },
    };
  }
}
