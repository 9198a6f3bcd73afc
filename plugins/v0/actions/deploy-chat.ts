import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId } from "../fields.ts";

/** Puts what was built online. */
export const deployChat = defineAction({
  name: "deployChat",
  label: "Deploy a chat",
  description: "Starts a deployment of what was built to Vercel, in a project of its own if it has none.",
  input: z.strictObject({ chatId }),
  output: z.object({
    deploymentId: z.string().meta({ label: "Deployment" }),
    vercelProjectId: z.string().meta({ label: "Vercel project" }),
  }),
});
