import type { TestProject } from "vitest/node";
import { makeDataFolder, WeftProcess } from "../weft-process.ts";
import { findChromium } from "./find-chromium.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the server under test answers. */
    readonly site: string;
    readonly chromium: string;
  }
}

/** Starts one Weft, as `npm start` does, for all browser tests, and finds a browser. `WEFT_TEST_SITE` names one that runs already. */
export default async function startSite(project: TestProject): Promise<() => Promise<void>> {
  project.provide("chromium", findChromium());
  const running = process.env["WEFT_TEST_SITE"];
  if (running !== undefined) {
    project.provide("site", running);
    return async () => {};
  }
  const folder = await makeDataFolder();
  const server = new WeftProcess(["start"], { WEFT_DATA_DIR: folder.path, PORT: "0" });
  const [, url = ""] = await server.prints(/Weft answers at (\S+?),/);
  await server.prints(/Stop with Ctrl-C/);
  project.provide("site", url);
  return async () => {
    await server.stop();
    await folder.remove();
  };
}
