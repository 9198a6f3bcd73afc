import { decodeBase64 } from "../../kit/base64.ts";
import { fatal } from "../../kit/failure.ts";

const LARGEST = 20_000_000;

/** The bytes of a file. Throws a FatalError when it is not base64 or larger than 20 MB. */
export function decodeContent(content: string): Uint8Array<ArrayBuffer> {
  if (content.length > LARGEST * 1.4) throw fatal("The file is larger than 20 MB.", { name: "FileTooLarge" });
  return decodeBase64(content, "content");
}
