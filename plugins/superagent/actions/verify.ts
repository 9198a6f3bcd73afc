import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { answerFields } from "../fields.ts";

/** Checks claims against sources. */
export const verify = defineAction({
  name: "verify",
  label: "Verify claims",
  description: "Checks each claim of a text against sources that you give, such as what an AI model wrote against your documents.",
  input: z.strictObject({
    text: z.string().min(1).meta({ label: "Text", multiline: true, example: "The company was founded in 2020 and has 500 employees." }),
    sources: z
      .array(z.strictObject({ name: z.string().min(1), content: z.string().min(1), url: z.string().optional() }))
      .min(1)
      .meta({
        label: "Sources",
        example: [{ name: "About us", content: "Founded in 2020, we have grown.", url: "https://example.com/about" }],
      }),
  }),
  output: z.object({
    claims: z
      .array(
        z.object({
          claim: z.string(),
          verdict: z.boolean(),
          sources: z.array(z.object({ name: z.string(), url: z.string().nullish() })),
          evidence: z.string(),
          reasoning: z.string(),
        }),
      )
      .meta({ label: "Claims", help: "verdict: whether the sources support it." }),
    usage: answerFields.usage,
  }),
});
