import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { answerFields, questionFields, searchFields } from "../fields.ts";

/** Writes a report from many sources. */
export const research = defineAction({
  name: "research",
  label: "Research a topic",
  description: "Reads many sources and writes a report. It takes minutes, in which the workflow sleeps.",
  polls: true,
  input: z.strictObject({
    ...questionFields,
    model: z.string().optional().meta({ label: "Model", default: "sonar-deep-research", example: "sonar-deep-research" }),
    reasoning_effort: z.enum(["low", "medium", "high"]).optional().meta({ label: "How thorough", default: "medium", example: "low" }),
    ...searchFields,
  }),
  output: z.object(answerFields),
});
