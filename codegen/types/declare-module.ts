import type { Catalog, CatalogAction } from "../catalog.ts";
import { printIdentifier, toPascalCase } from "../emit/identifier.ts";
import { kitDeclarations } from "./kit-declarations.ts";
import { hasTypeParameter, printActionTypes } from "./print-action-types.ts";

const texts = new WeakMap<CatalogAction, string>();
const modulesOf = new WeakMap<Catalog, ReadonlyMap<string, readonly CatalogAction[]>>();
const declarations = new WeakMap<readonly CatalogAction[], string>();

/** The declarations of a module that emitted code imports: of the kit, or of the steps that a catalog's actions name; undefined for others. */
export function declareModule(module: string, catalog: Catalog): string | undefined {
  const known = kitDeclarations.get(module);
  if (known !== undefined) return known;
  const actions = actionsByModule(catalog).get(module);
  if (actions === undefined) return undefined;
  const made = declarations.get(actions);
  if (made !== undefined) return made;
  const head = ["loose", "pending", "step-options"].map((name) => `import type * as ${local(name)} from "@/plugins/kit/${name}";\n`);
  const text = `${head.join("")}type Loose = loose.Loose;\n${actions.map(declareStep).join("\n")}`;
  declarations.set(actions, text);
  return text;
}

function local(name: string): string {
  return name.replace("step-options", "kit");
}

/** The types of an action and its step's signature, made once for each action. */
function declareStep(action: CatalogAction): string {
  const known = texts.get(action);
  if (known !== undefined) return known;
  const { name } = action.step;
  const types = printActionTypes({ name, input: action.input, output: action.output });
  const type = toPascalCase(printIdentifier(name));
  const generic = hasTypeParameter(action.output);
  const output = `${type}Output${generic ? "<T>" : ""}`;
  const doc = `/** ${action.label.replaceAll("*/", "*\\/")} */\n`;
  const head = `export declare function ${name}${generic ? "<T = Loose>" : ""}(input: ${type}Input, options?: kit.StepOptions)`;
  const text = `${types}\n${doc}${head}: Promise<${output}${action.polls === true ? " | pending.Pending" : ""}>;\n`;
  texts.set(action, text);
  return text;
}

function actionsByModule(catalog: Catalog): ReadonlyMap<string, readonly CatalogAction[]> {
  const known = modulesOf.get(catalog);
  if (known) return known;
  const made = Map.groupBy(catalog.actions.values(), (action) => action.step.module);
  modulesOf.set(catalog, made);
  return made;
}
