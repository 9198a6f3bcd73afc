import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { address, formatFields, loadFields, page } from "../fields.ts";

/** Reads one page. */
export const scrape = defineAction({
  name: "scrape",
  label: "Read a page",
  description: "Reads one page or PDF as Markdown, HTML, links, a screenshot, or as data that fits a JSON Schema.",
  input: z.strictObject({
    url: address,
    ...formatFields,
    question: z
      .string()
      .max(10_000)
      .optional()
      .meta({ label: "Question", help: "About the page; the answer comes back as answer.", example: "Is it in stock?" }),
    ...loadFields,
    actions: z
      .array(z.record(z.string(), z.any()))
      .max(50)
      .optional()
      .meta({
        label: "Do this first",
        help: "Steps on the page, such as click, write, press, scroll, wait.",
        code: "json",
        example: [{ type: "click", selector: "#more" }],
      }),
    timeout: z
      .int()
      .min(1_000)
      .max(300_000)
      .optional()
      .meta({ label: "Longest time", help: "Milliseconds.", default: 60_000, example: 90_000 }),
  }),
  output: z.object({
    ...page.shape,
    answer: z.string().nullable().meta({ label: "Answer", help: "To the question." }),
    warning: z.string().nullable().meta({ label: "Warning" }),
  }),
});
