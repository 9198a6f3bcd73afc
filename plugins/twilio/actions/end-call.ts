import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { call, callSid } from "../fields.ts";

/** Hangs up a call that is going on. */
export const endCall = defineAction({
  name: "endCall",
  label: "End a call",
  description: "Hangs up a call that is going on.",
  input: z.strictObject({
    Sid: callSid,
  }),
  output: call,
});
