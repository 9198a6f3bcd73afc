import type { StepOptions } from "../../kit/step-options.ts";
import { sendFile } from "../send-file.ts";
import type { SendDocumentInput, SendDocumentOutput } from "../types.generated.ts";

/** Sends any file, by its address, its file id, or its content; at most 50 MB. */
export async function sendDocument(input: SendDocumentInput, options: StepOptions = {}): Promise<SendDocumentOutput> {
  "use step";
  return sendFile("sendDocument", "document", input, options);
}
