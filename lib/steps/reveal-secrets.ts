import type { LogLine } from "../engine/contract.ts";
import type { StepContext, StepRunner } from "../engine/step-runner.ts";
import { SecretRedactor } from "./redact-secrets.ts";

/**
 * Puts the values of secret variables where their markers stand in a step's input, and takes them out of whatever the step gives back or
 * throws. Only the markers of the secrets that the step's own config names are looked for.
 */
export function revealSecrets(run: StepRunner["run"]): StepRunner["run"] {
  return async (step, input, context) => {
    if (!context.secrets || context.secrets.size === 0) return run(step, input, context);
    const redactor = new SecretRedactor();
    for (const value of context.secrets.values()) redactor.add(value);
    const { print } = context;
    const redacted = print
      ? {
          ...context,
          print: (lines: readonly LogLine[]) => print(lines.map((line) => ({ ...line, text: redactor.redactMessage(line.text) }))),
        }
      : context;
    try {
      return redactor.redactData(await run(step, replaceMarkers(input, context.secrets), redacted));
    } catch (error) {
      throw redactor.redactError(error);
    }
  };
}

function replaceMarkers(input: unknown, secrets: NonNullable<StepContext["secrets"]>): unknown {
  // Markers hold nothing that means something to a pattern. One pass, so that a value that looks like a marker stays.
  const markers = new RegExp([...secrets.keys()].sort((a, b) => b.length - a.length).join("|"), "g");
  const replace = (part: unknown): unknown => {
    if (typeof part === "string") return part.replace(markers, (marker) => secrets.get(marker) ?? marker);
    if (Array.isArray(part)) return part.map(replace);
    if (typeof part !== "object" || part === null || Object.getPrototypeOf(part) !== Object.prototype) return part;
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, replace(value)]));
  };
  return replace(input);
}
