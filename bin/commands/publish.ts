import { publishWorkflow } from "../../lib/workflows/publish-workflow.ts";
import { presentPublished } from "../../lib/workflows/present.ts";
import { withServer } from "../open-server.ts";
import { print, printDiagnostics, printJson } from "../print.ts";
import { parseJson, readText } from "../read-text.ts";

/** `weft publish`: an immutable version, live at once; the same graph gives the version it gave before. */
export async function publishCommand(file: string, options: { json?: boolean; force?: boolean }): Promise<void> {
  const document = parseJson(await readText(file), file);
  const published = await withServer({ deliver: false }, async ({ server, access, url }) => {
    const result = await publishWorkflow(server, access, document, { force: options.force ?? false });
    printDiagnostics(result.warnings);
    return presentPublished(result, url);
  });
  const { workflow, version, url } = published;
  if (options.json) return printJson({ workflow, version, url });
  await print(`${workflow} version ${version}${published.created ? "" : " (unchanged)"}\n${url}`);
}
