import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { user, userFields } from "../fields.ts";

/** Adds a person who can sign in, without sending them anything. */
export const createUser = defineAction({
  name: "createUser",
  label: "Create a user",
  description: "Adds a person who can sign in, without sending them anything.",
  input: z.strictObject(userFields),
  output: user,
});
