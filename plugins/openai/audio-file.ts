import { decodeBase64 } from "../kit/base64.ts";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  flac: "audio/flac",
  m4a: "audio/mp4",
  mp3: "audio/mpeg",
  mp4: "audio/mp4",
  mpeg: "audio/mpeg",
  mpga: "audio/mpeg",
  ogg: "audio/ogg",
  wav: "audio/wav",
  webm: "audio/webm",
};

/** A recording as the service wants it: it tells the format by the name and by the type. */
export function audioFile(base64: string, filename: string): File {
  const extension = filename.split(".").at(-1)?.toLowerCase() ?? "";
  return new File([decodeBase64(base64, "file")], filename, { type: MEDIA_TYPES[extension] ?? "application/octet-stream" });
}
