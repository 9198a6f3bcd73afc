import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { member } from "../fields.ts";

/** Finds the person who has an e-mail address; fails when nobody has it. */
export const findUserByEmail = defineAction({
  name: "findUserByEmail",
  label: "Find a user by e-mail",
  description: "Finds the person who has an e-mail address; fails when nobody has it.",
  input: z.strictObject({
    email: z.string().meta({ label: "E-mail", example: "ada@example.com" }),
  }),
  output: member,
});
