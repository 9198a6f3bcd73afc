import { z } from "zod";
import { invalidInput } from "../api/parse-input.ts";
import { AppError } from "../errors.ts";

const yesOrNo = z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]);

/** What a person may say to an approval; a form sends its fields as texts. */
const decisionSchema = z.strictObject({
  approved: yesOrNo,
  by: z.string().max(200).optional(),
  comment: z.string().max(10_000).optional(),
});

/** An approval's answer as the workflow receives it. */
interface Decision {
  readonly approved: boolean;
  readonly by: string;
  readonly comment?: string;
  /** ISO 8601: when it was given. */
  readonly at: string;
}

/** Checks a person's answer; throws `invalid_input` naming the field. */
function parseDecision(answer: unknown, at = new Date()): Decision {
  const parsed = decisionSchema.safeParse(answer);
  if (!parsed.success) {
    const missing = typeof answer === "object" && answer !== null && "approved" in answer ? undefined : "must say true or false.";
    throw invalidInput(
      parsed.error.issues.map((issue) => ({ path: ["body", ...issue.path].join("."), message: missing ?? issue.message })),
    );
  }
  const { approved, by = "", comment } = parsed.data;
  return { approved, by, ...(comment === undefined || comment === "" ? {} : { comment }), at: at.toISOString() };
}

/** The value for a wait of either kind; an event takes any JSON. */
export function answerFor(kind: "approval" | "event", answer: unknown): unknown {
  if (kind === "approval") return parseDecision(answer);
  return answer === undefined ? null : answer;
}

export function nothingWaits(where: string): AppError {
  return new AppError("not_found", `Nothing waits for an answer ${where}.`, {
    hint: "It may have been answered already, timed out, or not been reached yet.",
  });
}
