import type { StepOptions } from "../../kit/step-options.ts";
import { sendFile } from "../send-file.ts";
import type { SendStickerInput, SendStickerOutput } from "../types.generated.ts";

/** Sends a WEBP, TGS or WEBM sticker. */
export async function sendSticker(input: SendStickerInput, options: StepOptions = {}): Promise<SendStickerOutput> {
  "use step";
  return sendFile("sendSticker", "sticker", input, options);
}
