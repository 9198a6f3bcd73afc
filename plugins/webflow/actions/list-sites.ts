import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { site } from "../fields.ts";

/** Lists the sites that the token may use, with their domains. */
export const listSites = defineAction({
  name: "listSites",
  label: "List sites",
  description: "Lists the sites that the token may use, with their domains.",
  input: z.strictObject({}),
  output: z.object({ sites: z.array(site).meta({ label: "Sites" }) }),
});
