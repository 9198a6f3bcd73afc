import { triggerInputSchema } from "../../codegen/schema/trigger-input.ts";
import { invalidInput } from "../api/parse-input.ts";
import { checkInput } from "./check-input.ts";
import type { TriggerConfig } from "./trigger-config.ts";

const PARTS = ["body", "query", "headers"];

/**
 * The input of a run started by hand. For an `http` workflow a payload without `body`, `query` or `headers` is taken for the body;
 * a schedule is given the present time. Throws `invalid_input` with field paths when it does not fit the trigger's schema.
 */
export function manualInput(versionId: string, trigger: TriggerConfig, payload: unknown): unknown {
  const input = inputOf(trigger, payload);
  const problems = checkInput(versionId, triggerInputSchema(trigger), input);
  if (problems.length > 0) throw invalidInput(problems);
  return input;
}

/** The input that a payload means to a trigger, not yet checked. */
export function inputOf(trigger: TriggerConfig, payload: unknown): unknown {
  if (trigger.on === "schedule") return payload ?? { scheduledAt: new Date().toISOString() };
  if (trigger.on !== "http") return payload ?? {};
  const isWhole = typeof payload === "object" && payload !== null && PARTS.some((part) => part in payload);
  return { body: null, query: {}, headers: {}, ...(isWhole ? payload : { body: payload ?? null }) };
}
