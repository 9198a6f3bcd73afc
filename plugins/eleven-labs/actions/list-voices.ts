import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Lists voices. */
export const listVoices = defineAction({
  name: "listVoices",
  label: "List voices",
  description: "Lists the voices of the account, those that everybody has too.",
  input: z.strictObject({
    search: z.string().optional().meta({ label: "About", help: "In name, description and labels.", example: "narrator" }),
    category: z.enum(["premade", "cloned", "generated", "professional"]).optional().meta({ label: "Kind", example: "premade" }),
    limit: z.int().min(1).max(1_000).optional().meta({ label: "At most", default: 100, example: 50 }),
  }),
  output: z.object({
    voices: z
      .array(
        z.object({
          voice_id: z.string(),
          name: z.string(),
          category: z.string().nullable(),
          description: z.string().nullable(),
          preview_url: z.string().nullable(),
        }),
      )
      .meta({ label: "Voices" }),
  }),
});
