import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Takes values out of a page by CSS selectors. */
export const extract = defineAction({
  name: "extract",
  label: "Extract from HTML",
  description: "Takes texts, attributes or inner HTML out of a page by CSS selectors, once or for every row of a list.",
  input: z.strictObject({
    html: z.string().meta({ label: "HTML", code: "html", example: '<ul><li class="item"><a href="/a">First</a> <b>1 €</b></li></ul>' }),
    rows: z.string().optional().meta({
      label: "For each",
      help: "A selector of the rows; the fields are then looked up in each row. Without it, in the whole page.",
      example: ".item",
    }),
    fields: z
      .array(
        z.strictObject({
          name: z.string().min(1),
          selector: z.string().optional(),
          take: z.enum(["text", "html", "attribute"]).optional(),
          attribute: z.string().optional(),
          all: z.boolean().optional(),
        }),
      )
      .min(1)
      .max(100)
      .meta({
        label: "Fields",
        help: "A name and a selector each; without a selector, the row itself. `take` is text, html, or an attribute; `all` gives a list of every match.",
        example: [
          { name: "title", selector: "a" },
          { name: "link", selector: "a", take: "attribute", attribute: "href" },
        ],
      }),
  }),
  output: z.object({
    rows: z
      .array(z.any().meta({ typeParameter: true }))
      .meta({ label: "Rows", help: "One for each row, or one for the page. A field that is not there is null." }),
  }),
});
