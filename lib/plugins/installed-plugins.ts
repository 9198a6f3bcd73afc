import { catalog as builtIn } from "../../plugins/catalog.ts";
import type { PluginCatalog } from "../../plugins/kit/catalog.ts";
import { createCatalog } from "../../plugins/kit/catalog.ts";
import type { Step } from "../../plugins/kit/step-options.ts";
import { steps as builtInSteps } from "../../plugins/steps.generated.ts";
import { readServiceFolders, serviceFolders } from "../services/read-service-files.ts";
import type { ServiceDefinition } from "../services/service-definition.ts";
import { findPlugins } from "./find-plugins.ts";

type LoadStep = () => Promise<Step<never, unknown>>;

/** Every service whose code this process can run: those of Weft, and those found beside it. */
export interface InstalledPlugins {
  readonly catalog: PluginCatalog;
  /** By kind. */
  readonly steps: Readonly<Record<string, LoadStep>>;
  /** One sentence for each plugin that cannot be used. */
  readonly problems: readonly string[];
  /** The services that lie in files, as they are now. */
  filedServices(): ServiceDefinition[];
}

let installed: Promise<InstalledPlugins> | undefined;

/** Finds them once in the life of a process, and says on standard error which are left out. */
export function installedPlugins(): Promise<InstalledPlugins> {
  installed ??= findInstalled().then((found) => {
    for (const problem of found.problems) console.error(problem);
    return found;
  });
  return installed;
}

async function findInstalled(): Promise<InstalledPlugins> {
  const { plugins, problems } = await findPlugins({ taken: new Set(builtIn.plugins.keys()) });
  if (plugins.length === 0) return { catalog: builtIn, steps: builtInSteps, problems, filedServices };
  const steps = plugins.flatMap(({ plugin, steps }) => [...steps].map(([name, load]) => [`${plugin.name}.${name}`, load] as const));
  return {
    catalog: createCatalog([...builtIn.plugins.values(), ...plugins.map(({ plugin }) => plugin)]),
    steps: { ...builtInSteps, ...Object.fromEntries(steps) },
    problems,
    filedServices,
  };
}

function filedServices(): ServiceDefinition[] {
  return readServiceFolders(serviceFolders()).flatMap((file) => ("service" in file ? [file.service] : []));
}
