import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId, message, sendOptions } from "../fields.ts";

/** Sends a point on the map. */
export const sendLocation = defineAction({
  name: "sendLocation",
  label: "Send a location",
  description: "Sends a point on the map.",
  input: z.strictObject({
    chat_id: chatId,
    latitude: z.number().min(-90).max(90).meta({ label: "Latitude", example: 47.3769 }),
    longitude: z.number().min(-180).max(180).meta({ label: "Longitude", example: 8.5417 }),
    horizontal_accuracy: z.number().min(0).max(1500).optional().meta({ label: "Accuracy in metres", example: 20 }),
    live_period: z
      .int()
      .min(60)
      .optional()
      .meta({ label: "Live for seconds", help: "60 to 86400 for a location that will be updated.", example: 600 }),
    ...sendOptions,
  }),
  output: message,
});
