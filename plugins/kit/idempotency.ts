import { getStepMetadata } from "workflow";
import { stepContext } from "./step-context.ts";

/** A key that is the same for every attempt of this step call and for no other call. */
export function idempotencyKey(): string {
  return stepContext()?.idempotencyKey ?? stepMetadata()?.stepId ?? crypto.randomUUID();
}

/** The number of this attempt, from 1. */
export function attemptNumber(): number {
  return stepContext()?.attempt ?? stepMetadata()?.attempt ?? 1;
}

function stepMetadata(): { stepId: string; attempt: number } | undefined {
  try {
    return getStepMetadata();
  } catch {
    // Called outside a workflow: a step is a plain function there.
    return undefined;
  }
}
