import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { modelFields } from "../fields.ts";

/** Lists what models a provider has. */
export const listModels = defineAction({
  name: "listModels",
  label: "List models",
  description: "Lists the models that the provider offers to this connection.",
  input: z.strictObject({ provider: modelFields.provider }),
  output: z.object({ models: z.array(z.object({ id: z.string(), name: z.string() })).meta({ label: "Models" }) }),
});
