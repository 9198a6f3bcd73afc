import { catalog as builtIn } from "../../plugins/catalog.ts";
import type { PluginCatalog } from "../../plugins/kit/catalog.ts";
import { createCatalog } from "../../plugins/kit/catalog.ts";
import type { Step, StepOptions } from "../../plugins/kit/step-options.ts";
import { connectionChecks, steps as builtInSteps } from "../../plugins/steps.generated.ts";
import { readServiceFolders, serviceFolders } from "../services/read-service-files.ts";
import type { ServiceDefinition } from "../services/service-definition.ts";
import { findPlugins } from "./find-plugins.ts";

type LoadStep = () => Promise<Step<never, unknown>>;

/** Tries a service's credential with a call that changes nothing, and says whose it is. */
export type ConnectionCheck = (options: StepOptions) => Promise<{ readonly account: string }>;

/** Every service whose code this process can run: those of Weft, and those found beside it. */
export interface InstalledPlugins {
  readonly catalog: PluginCatalog;
  /** By kind. */
  readonly steps: Readonly<Record<string, LoadStep>>;
  /** By plugin; not every one has one. */
  readonly connectionChecks: Readonly<Record<string, () => Promise<ConnectionCheck>>>;
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
  if (plugins.length === 0) return { catalog: builtIn, steps: builtInSteps, connectionChecks, problems, filedServices };
  const steps = plugins.flatMap(({ plugin, steps }) => [...steps].map(([name, load]) => [`${plugin.name}.${name}`, load] as const));
  const checks = plugins.flatMap(({ plugin, checkConnection: load }) =>
    // The contract of the name, as with steps.
    load ? [[plugin.name, load as () => Promise<ConnectionCheck>] as const] : [],
  );
  return {
    catalog: createCatalog([...builtIn.plugins.values(), ...plugins.map(({ plugin }) => plugin)]),
    steps: { ...builtInSteps, ...Object.fromEntries(steps) },
    connectionChecks: { ...connectionChecks, ...Object.fromEntries(checks) },
    problems,
    filedServices,
  };
}

function filedServices(): ServiceDefinition[] {
  return readServiceFolders(serviceFolders()).flatMap((file) => ("service" in file ? [file.service] : []));
}
