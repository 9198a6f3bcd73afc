import type { Command, Option } from "commander";
import type { ImportCommandOptions } from "./commands/import-service.ts";

type AddExample = (command: Command, ...lines: string[]) => Command;

/** `weft plugin …` and `weft services …`. */
export function addServiceCommands(program: Command, example: AddExample, json: (what: string) => Option): void {
  const plugin = program.command("plugin").description("services for workflows: import one, write one, see which there are");
  example(
    plugin
      .command("import")
      .argument("<document>", "an OpenAPI document: a file, an address, or - for standard input")
      .option("--list", "print its operations and stop")
      .option("--operations <names>", "only these, separated by commas: names, ids or `GET /orders`")
      .option("--tag <tag...>", "only operations with these tags")
      .option("--name <name>", "the service's name; made from the title without it")
      .option("--base-url <url>", "where the API answers; the document's first server without it")
      .option("--auth <way>", "none, bearer, basic, header:<name> or query:<name>; what the document says without it")
      .option("--out <file>", "write the definition there, or - for standard output")
      .option("--save", "store it in the workspace instead of a file")
      .description("make typed actions of an OpenAPI document")
      .addOption(json("what was made")),
    "weft plugin import openapi.json --list",
    "weft plugin import https://api.example.com/openapi.json --name shop --tag orders",
  ).action(async (document: string, options: ImportCommandOptions) =>
    (await import("./commands/import-service.ts")).importServiceCommand(document, options),
  );
  example(
    plugin
      .command("new")
      .argument("<service>", "its name, such as acme or acmeBooks")
      .description("write the skeleton of a plugin that passes the contract test"),
    "weft plugin new acme",
  ).action(async (name: string) => (await import("./commands/new-plugin.ts")).newPluginCommand(name));
  example(
    plugin
      .command("generate")
      .argument("[folder...]", "folders of plugins; those in weft-plugins without it")
      .description("write types and documentation anew from a plugin's schemas"),
    "weft plugin generate weft-plugins/acme",
  ).action(async (folders: string[]) => (await import("./commands/generate-plugins.ts")).generatePluginsCommand(folders));
  example(
    plugin
      .command("list", { isDefault: true })
      .description("the services that are installed, and what is wrong with others")
      .addOption(json("them")),
    "weft plugin list",
  ).action(async (options: { json?: boolean }) => (await import("./commands/list-plugins.ts")).listPluginsCommand(options));

  const services = program.command("services").description("REST services that the workspace describes itself");
  example(
    services.command("list", { isDefault: true }).description("the services there are").addOption(json("them")),
    "weft services list",
  ).action(async (options: { json?: boolean }) => (await import("./commands/services.ts")).listServicesCommand(options));
  example(
    services
      .command("add")
      .argument("<file>", "a service's definition (JSON or YAML)")
      .description("store a service, or another definition of it")
      .addOption(json("it")),
    "weft services add acme.yaml",
  ).action(async (file: string, options: { json?: boolean }) => (await import("./commands/services.ts")).addServiceCommand(file, options));
  example(
    services
      .command("show")
      .argument("<name>", "the service's name")
      .option("--action <name>", "the TypeScript of this action's step instead")
      .description("a service's definition"),
    "weft services show acme --action createOrder",
  ).action(async (name: string, options: { action?: string }) =>
    (await import("./commands/services.ts")).showServiceCommand(name, options),
  );
  example(
    services.command("remove").argument("<name>", "the service's name").description("remove a service that no published workflow uses"),
    "weft services remove acme",
  ).action(async (name: string) => (await import("./commands/services.ts")).removeServiceCommand(name));
}
