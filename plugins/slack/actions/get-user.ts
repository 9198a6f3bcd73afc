import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { member, userId } from "../fields.ts";

/** Gets a person by their id: name, e-mail address and time zone. */
export const getUser = defineAction({
  name: "getUser",
  label: "Get a user",
  description: "Gets a person by their id: name, e-mail address and time zone.",
  input: z.strictObject({
    user: userId,
  }),
  output: member,
});
