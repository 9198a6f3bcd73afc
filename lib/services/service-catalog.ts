import type { z } from "zod";
import type { PluginAction } from "../../plugins/kit/catalog.ts";
import { kebabCase } from "../../plugins/kit/catalog.ts";
import type { ActionDefinition as PluginActionDefinition } from "../../plugins/kit/define-action.ts";
import type { Plugin } from "../../plugins/kit/define-plugin.ts";
import { schemaOf, zodOf } from "./action-schemas.ts";
import type { ActionDefinition, ServiceDefinition } from "./service-definition.ts";
import type { ServiceOperation } from "./service-operation.ts";
import { credentialOf, operationOf } from "./service-operation.ts";

/** A described service as the compiler and the editor see it. */
export interface ServiceCatalog {
  readonly plugin: Plugin;
  readonly actions: ReadonlyMap<string, PluginAction>;
  /** By kind. */
  readonly operations: ReadonlyMap<string, () => ServiceOperation>;
}

/** Makes the catalog of a service. The schemas of an action are made when somebody asks for them: GitHub has twelve hundred actions. */
export function catalogOf(service: ServiceDefinition): ServiceCatalog {
  const described = service.actions.map((action) => new DescribedAction(service, action));
  const credential = credentialOf(service);
  const plugin: Plugin = {
    name: service.name,
    label: service.label,
    description: service.description,
    ...(credential === undefined ? {} : { credential }),
    actions: described,
  };
  const actions = new Map<string, PluginAction>();
  const operations = new Map<string, () => ServiceOperation>();
  for (const action of described) {
    const kind = `${service.name}.${action.name}`;
    actions.set(kind, new CatalogEntry(kind, action, plugin));
    operations.set(kind, () => operationOf(service, action.definition));
  }
  return { plugin, actions, operations };
}

class DescribedAction implements PluginActionDefinition {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly definition: ActionDefinition;
  readonly #service: ServiceDefinition;
  readonly #made = new Map<"input" | "output", z.ZodType>();

  constructor(service: ServiceDefinition, definition: ActionDefinition) {
    this.#service = service;
    this.definition = definition;
    this.name = definition.name;
    this.label = definition.label;
    this.description = definition.description === "" ? definition.label : definition.description;
  }

  get input(): z.ZodType {
    return this.#schema("input");
  }

  get output(): z.ZodType {
    return this.#schema("output");
  }

  #schema(side: "input" | "output"): z.ZodType {
    const known = this.#made.get(side);
    if (known) return known;
    const made = zodOf(schemaOf(this.#service, this.definition, side));
    this.#made.set(side, made);
    return made;
  }
}

class CatalogEntry implements PluginAction {
  readonly kind: string;
  readonly label: string;
  readonly description: string;
  readonly step: PluginAction["step"];
  readonly plugin: Plugin;
  readonly #action: PluginActionDefinition;

  constructor(kind: string, action: PluginActionDefinition, plugin: Plugin) {
    this.kind = kind;
    this.label = action.label;
    this.description = action.description;
    this.step = { module: `@/plugins/${kebabCase(plugin.name)}/steps/${kebabCase(action.name)}`, name: action.name };
    this.plugin = plugin;
    this.#action = action;
  }

  get input(): z.ZodType {
    return this.#action.input;
  }

  get output(): z.ZodType {
    return this.#action.output;
  }
}
