import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { installedPlugins } from "../../lib/plugins/installed-plugins.ts";
import { fetchDocument } from "../../lib/services/fetch-document.ts";
import { importService } from "../../lib/services/import/import-service.ts";
import { listOperations } from "../../lib/services/import/list-operations.ts";
import type { OpenApiDocument } from "../../lib/services/import/open-api-document.ts";
import { readOpenApi } from "../../lib/services/import/open-api-document.ts";
import { serviceFolders } from "../../lib/services/read-service-files.ts";
import { addService } from "../../lib/services/save-service.ts";
import type { ServiceAuth, ServiceDefinition } from "../../lib/services/service-definition.ts";
import { withServer } from "../open-server.ts";
import { mark, print, printJson } from "../print.ts";
import { countActions } from "./list-plugins.ts";
import { readText } from "../read-text.ts";
import { UsageError } from "../usage-error.ts";

export interface ImportCommandOptions {
  readonly list?: boolean;
  readonly operations?: string;
  readonly tag?: string[];
  readonly name?: string;
  readonly baseUrl?: string;
  readonly auth?: string;
  readonly out?: string;
  readonly save?: boolean;
  readonly json?: boolean;
}

/** `weft plugin import`: a service of an OpenAPI document, all of it unless operations or tags are named; into the services folder unless told otherwise. */
export async function importServiceCommand(source: string, options: ImportCommandOptions): Promise<void> {
  const document = await openDocument(source);
  if (options.list) return listCommand(document, options);
  const { catalog } = await installedPlugins();
  if (options.name !== undefined && catalog.plugins.has(options.name)) {
    throw new UsageError(`Weft has a service called ${options.name} itself`, `Give this one another name, such as ${options.name}Api.`);
  }
  const chose = options.operations !== undefined || options.tag !== undefined;
  const service = importService(document, {
    all: !chose,
    operations: options.operations?.split(",").map((name) => name.trim()),
    tags: options.tag,
    name: options.name,
    baseUrl: options.baseUrl,
    auth: options.auth === undefined ? undefined : readAuth(options.auth),
    taken: new Set(catalog.plugins.keys()),
  });
  if (options.out === "-") return printJson(service);
  const where = await keep(service, options);
  if (options.json) return printJson({ name: service.name, actions: service.actions.map(({ name }) => name), ...where });
  const [first] = service.actions;
  await print(
    `${service.label}: ${countActions(service.actions.length)}, such as ${service.name}.${first?.name ?? ""}.\n${where.file ?? "Stored in the workspace."}`,
  );
  if (service.auth.type === "none")
    console.error(mark("dim", "The document asks for no credential. If the service does, import it with --auth bearer."));
}

async function openDocument(source: string): Promise<OpenApiDocument> {
  // The person at this machine may ask any address; the server's guard is for others.
  if (/^https?:\/\//.test(source)) return fetchDocument(source, (url, init) => fetch(url, init));
  return readOpenApi(await readText(source), { what: source });
}

async function listCommand(document: OpenApiDocument, options: ImportCommandOptions): Promise<void> {
  const operations = listOperations(document).map(({ operation: _operation, pathItem: _pathItem, ...summary }) => summary);
  if (options.json) return printJson({ operations });
  const width = Math.max(...operations.map(({ name }) => name.length), 0);
  const lines = operations.map(({ name, method, path, label }) => `${name.padEnd(width)}  ${method.padEnd(6)} ${path}  ${label}`);
  await print(lines.join("\n"));
}

async function keep(service: ServiceDefinition, options: ImportCommandOptions): Promise<{ file?: string; stored?: true }> {
  if (options.save) {
    await withServer({ deliver: false }, ({ server, access }) => addService(server, access, service));
    return { stored: true };
  }
  const [folder = "services"] = serviceFolders();
  const file = options.out ?? join(folder, `${service.name}.json`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(service, null, 1)}\n`);
  return { file };
}

function readAuth(text: string): ServiceAuth {
  const [type = "", name = ""] = text.split(/:(.*)/s);
  if (type === "none" || type === "bearer" || type === "basic") return { type };
  if ((type === "header" || type === "query") && name !== "") return { type, name };
  throw new UsageError(`--auth ${text} is not a way to authenticate`, "Write none, bearer, basic, header:X-API-Key or query:api_key.");
}
