import { AppError } from "../errors.ts";

/** Why an answer that came is of no use, where the provider's own failure does not say it. */

/** For all answers to one request together; what takes longer is `TOO_LONG`. */
export const LONGEST_MS = 300_000;

export const TOO_LONG = new AppError("service_failed", "The model did not end within five minutes.", {
  hint: "Ask for less at once, or choose a faster model.",
});

export const CUT_OFF = new AppError("service_failed", "The model's answer was cut off at the limit of its length.", {
  hint: "Ask for less at once, or choose a model that thinks less before it answers.",
});

export const WENT_ON = new AppError("service_failed", "The model repeated itself or went on and on, and was stopped.", {
  hint: "Ask for less at once, or choose another model.",
});

export const WITHHELD = new AppError("service_failed", "The provider withheld the model's answer.", {
  hint: "Ask in other words, or choose another model.",
});
