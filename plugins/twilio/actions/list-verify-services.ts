import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit } from "../fields.ts";

/** Lists the services that send codes. */
export const listVerifyServices = defineAction({
  name: "listVerifyServices",
  label: "List Verify services",
  description: "Lists the services that send codes.",
  input: z.strictObject({
    limit,
  }),
  output: z.object({
    services: z.array(z.object({ sid: z.string(), friendly_name: z.string().nullish(), code_length: z.number().nullish() })),
  }),
});
