import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { call, callSid } from "../fields.ts";

/** Gets a call, how it ended and how long it took. */
export const getCall = defineAction({
  name: "getCall",
  label: "Get a call",
  description: "Gets a call, how it ended and how long it took.",
  input: z.strictObject({
    Sid: callSid,
  }),
  output: call,
});
