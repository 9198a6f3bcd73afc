const MEDIA_TYPES: Readonly<Record<string, string>> = {
  mp3: "audio/mpeg",
  opus: "audio/ogg",
  pcm: "audio/pcm",
  wav: "audio/wav",
  ulaw: "audio/basic",
  alaw: "audio/x-alaw-basic",
};

/** The name and the type of a recording of this format. */
export function describeRecording(format: string): { mediaType: string; filename: string } {
  const codec = format.split("_")[0] ?? "mp3";
  return { mediaType: MEDIA_TYPES[codec] ?? "application/octet-stream", filename: `sound.${codec}` };
}
