import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, person } from "../fields.ts";

/** Finds people of the site by name or e-mail address. */
export const searchUsers = defineAction({
  name: "searchUsers",
  label: "Find people",
  description: "Finds people of the site by name or e-mail address.",
  input: z.strictObject({
    query: z.string().min(1).meta({ label: "Name or e-mail", example: "mia" }),
    limit,
  }),
  output: z.object({ users: z.array(person).meta({ label: "People" }) }),
});
