import { z } from "zod";

/** What every answer tells about itself. */
export const answerFields = {
  reasoning: z.string().nullable().meta({ label: "Reason" }),
  usage: z
    .object({ prompt_tokens: z.number(), completion_tokens: z.number(), total_tokens: z.number() })
    .nullable()
    .meta({ label: "Tokens used" }),
};
