import { decodeBase64 } from "../kit/base64.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { modelFetch } from "./model-fetch.ts";

/** The bytes of a picture: fetched with the host's guard when it is an address, else base64, plain or in a data: address. */
export async function readPicture(picture: string, options: StepOptions): Promise<Uint8Array> {
  if (!/^https?:\/\//i.test(picture)) return decodeBase64(picture.replace(/^data:[^,]*;base64,/i, ""), "images");
  const response = await modelFetch("Picture", options)(picture);
  return new Uint8Array(await response.arrayBuffer());
}
