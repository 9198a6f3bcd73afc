import { makeOpenLink } from "../../lib/auth/open-link.ts";
import { withServer } from "../open-server.ts";
import { print, printJson } from "../print.ts";

/** `weft open`: a link that makes the browser that follows it an owner of the default workspace. Reading the data folder is the proof that one may. */
export async function openCommand(options: { json?: boolean }): Promise<void> {
  const url = await withServer({ deliver: false }, async ({ server, url: urlOf }) => urlOf(await makeOpenLink(server)));
  if (options.json) return printJson({ url });
  await print(url);
  console.error("It works once, within ten minutes, and makes that browser an owner of the default workspace.");
}
