import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { message, messageSid } from "../fields.ts";

/** Gets a message and whether it has been delivered. */
export const getMessage = defineAction({
  name: "getMessage",
  label: "Get a message",
  description: "Gets a message and whether it has been delivered.",
  input: z.strictObject({
    Sid: messageSid,
  }),
  output: message,
});
