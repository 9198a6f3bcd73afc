import { fatal } from "../../kit/failure.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { askSlack, slackFiles } from "../api.ts";
import type { DownloadFileInput, DownloadFileOutput } from "../types.generated.ts";

const MAX_BYTES = 20_000_000;

/** Gets the content of a file that the app can see; at most 20 MB. */
export async function downloadFile(input: DownloadFileInput, options: StepOptions = {}): Promise<DownloadFileOutput> {
  "use step";
  const { file } = await askSlack<{ file: DownloadFileOutput }>("files.info", { file: input.file }, options);
  const address = URL.parse(file.url_private ?? "");
  if (address === null) throw fatal("Slack gives no address for this file; it may be one of another service.", { name: "NoContent" });
  // The token goes to Slack's own host, whatever address is named.
  const request = { path: address.pathname, answer: "base64", maxBytes: MAX_BYTES, timeout: "2m" } as const;
  const { data, headers } = await slackFiles.call<string | null>(request, options);
  if (headers["content-type"]?.startsWith("text/html") && file.mimetype !== "text/html") {
    throw fatal("Slack asked for a sign-in in place of the file: the app needs the scope files:read.", { name: "HttpError", status: 403 });
  }
  return { ...file, content: data ?? "" };
}
