import type { Command } from "commander";
import { Option } from "commander";
import type { ConnectionOptions } from "./connection-options.ts";

type AddExample = (command: Command, ...lines: string[]) => Command;

/** `weft connections …`, `weft variables …`, `weft keys …` and `weft settings`. */
export function addConnectionCommands(program: Command, example: AddExample, json: (what: string) => Option): void {
  addConnections(program.command("connections").description("credentials that workflows use by name"), example, json);
  addVariables(program.command("variables").description("values that workflows read as {{ env.NAME }}"), example, json);
  addKeys(program.command("keys").description("the keys that stored secrets are encrypted with"), example, json);
  example(
    program
      .command("settings")
      .description("what the workspace has chosen")
      .addOption(new Option("--loose-data <what>", "what publishing makes of data that no type is known of").choices(["warn", "error"]))
      .addOption(json("them")),
    "weft settings --loose-data error",
  ).action(async (options: { looseData?: "warn" | "error"; json?: boolean }) =>
    (await import("./commands/settings.ts")).settingsCommand(options),
  );
}

/** A secret is never asked for as a plain argument: it would stay in the shell's history. */
function withCredentialOptions(command: Command): Command {
  return command
    .option("--label <text>", "what people read")
    .option(
      "--field <name=value...>",
      "a value: name=@- from standard input, name=@file, name alone to be asked; name=value stays in the shell's history",
    )
    .option("--client-id <id>", "of your own OAuth application")
    .option("--client-secret [value]", "of your own OAuth application: @-, @file, or nothing to be asked")
    .option("--scope <scope...>", "what to ask for; the service's usual scopes without it")
    .addOption(new Option("--grant <grant>", "how tokens are had").choices(["authorization_code", "client_credentials"]))
    .option("--authorize-url <url>", "for an authorization server of your own (service http)")
    .option("--token-url <url>", "for an authorization server of your own (service http)")
    .option("--revoke-url <url>", "for an authorization server of your own (service http)")
    .option("--issuer <url>", "what the authorization server calls itself")
    .addOption(new Option("--client-auth <way>", "how the client says who it is").choices(["basic", "post"]))
    .option("--no-pkce", "for an authorization server that does not take PKCE")
    .option("--authorize-param <name=value...>", "added to the address that a person opens, such as prompt=consent")
    .option("--token-param <name=value...>", "sent with every request for a token, such as audience=…")
    .option("--default", "use it for nodes of the service that name none")
    .option("--no-default", "use it only where a node names it");
}

function addConnections(connections: Command, example: AddExample, json: (what: string) => Option): void {
  example(
    withCredentialOptions(
      connections
        .command("add")
        .argument("<alias>", "how nodes will name it")
        .requiredOption("--service <service>", "what it is for; weft connections services lists them")
        .option("--oauth", "let a person authorize it (OAuth 2.0)"),
    )
      .description("store a credential, encrypted; nothing shows it again")
      .addOption(json("it, masked")),
    "weft connections add team-slack --service slack --field token",
    "printenv SLACK_TOKEN | weft connections add team-slack --service slack --field token=@-",
    "weft connections add my-github --service github --oauth --client-id Iv1.a1b2 --client-secret",
  ).action(async (alias: string, options: ConnectionOptions & { service: string }) =>
    (await import("./commands/connections.ts")).addConnectionCommand(alias, options),
  );
  example(
    connections.command("list", { isDefault: true }).description("the connections there are").addOption(json("them")),
    "weft connections list",
  ).action(async (options: { json?: boolean }) => (await import("./commands/connections.ts")).listConnectionsCommand(options));
  example(
    connections.command("services").description("what there is to connect to, and the fields of each").addOption(json("them")),
    "weft connections services",
  ).action(async (options: { json?: boolean }) => (await import("./commands/connections.ts")).listServicesToConnectCommand(options));
  example(
    connections.command("show").argument("<alias>").description("one connection, its secrets masked").addOption(json("it")),
    "weft connections show team-slack",
  ).action(async (alias: string, options: { json?: boolean }) =>
    (await import("./commands/connections.ts")).showConnectionCommand(alias, options),
  );
  example(
    withCredentialOptions(
      connections
        .command("update")
        .argument("<alias>")
        .option("--alias <alias>", "another name")
        .option("--remove-field <name...>", "take a value away"),
    )
      .description("change a connection; what is left out stays")
      .addOption(json("it, masked")),
    "weft connections update team-slack --field token",
  ).action(async (alias: string, options: ConnectionOptions & { alias?: string; removeField?: string[] }) =>
    (await import("./commands/connections.ts")).updateConnectionCommand(alias, options),
  );
  example(
    connections
      .command("test")
      .argument("<alias>")
      .option("--url <url>", "an address to try an http connection with")
      .addOption(new Option("--auth <way>", "how it authenticates there").choices(["bearer", "basic", "header", "query"]))
      .option("--auth-name <name>", "the header or query parameter of the key")
      .description("try a connection; tells what is wrong with it")
      .addOption(json("what came of it")),
    "weft connections test team-slack",
    "weft connections test shop --url https://shop.example/api/me",
  ).action(async (alias: string, options: { url?: string; auth?: string; authName?: string; json?: boolean }) =>
    (await import("./commands/connections.ts")).testConnectionCommand(alias, options),
  );
  example(
    connections
      .command("authorize")
      .argument("<alias>")
      .option("--no-wait", "print the address and end")
      .description("let a person authorize an OAuth connection")
      .addOption(json("{ url, redirectUri, expiresAt }")),
    "weft connections authorize my-github",
  ).action(async (alias: string, options: { wait: boolean; json?: boolean }) =>
    (await import("./commands/authorize-connection.ts")).authorizeConnectionCommand(alias, options),
  );
  example(
    connections.command("default").argument("<alias>").description("use it for nodes of its service that name none").addOption(json("it")),
    "weft connections default team-slack",
  ).action(async (alias: string, options: { json?: boolean }) =>
    (await import("./commands/connections.ts")).defaultConnectionCommand(alias, options),
  );
  example(
    connections
      .command("remove")
      .argument("<alias>")
      .option("--force", "although workflows use it")
      .description("remove a connection; names the workflows that use it")
      .addOption(json("what came of it")),
    "weft connections remove team-slack",
  ).action(async (alias: string, options: { force?: boolean; json?: boolean }) =>
    (await import("./commands/connections.ts")).removeConnectionCommand(alias, options),
  );
}

function addVariables(variables: Command, example: AddExample, json: (what: string) => Option): void {
  example(
    variables
      .command("set")
      .argument("<name>", "capital letters, digits and _")
      .argument("[value]", "@file or @- reads it; a secret is asked for without one")
      .option("--secret", "encrypted, shown to nobody, readable in steps only")
      .description("make or change a variable")
      .addOption(json("it")),
    "weft variables set API_URL https://api.example.com",
    "weft variables set SIGNING_KEY --secret",
  ).action(async (name: string, value: string | undefined, options: { secret?: boolean; json?: boolean }) =>
    (await import("./commands/variables.ts")).setVariableCommand(name, value, options),
  );
  example(
    variables.command("list", { isDefault: true }).description("variables; secret ones without their values").addOption(json("them")),
    "weft variables list",
  ).action(async (options: { json?: boolean }) => (await import("./commands/variables.ts")).listVariablesCommand(options));
  example(
    variables
      .command("remove")
      .argument("<name>")
      .option("--force", "although workflows read it")
      .description("remove a variable; names the workflows that read it"),
    "weft variables remove API_URL",
  ).action(async (name: string, options: { force?: boolean }) =>
    (await import("./commands/variables.ts")).removeVariableCommand(name, options),
  );
}

function addKeys(keys: Command, example: AddExample, json: (what: string) => Option): void {
  example(
    keys
      .command("rotate")
      .option("--retire", "drop the keys that seal nothing any more")
      .description("make a new key and encrypt every stored secret anew; carries on what was stopped")
      .addOption(json("what came of it")),
    "weft keys rotate --retire",
  ).action(async (options: { retire?: boolean; json?: boolean }) => (await import("./commands/keys.ts")).rotateKeysCommand(options));
  example(
    keys.command("list", { isDefault: true }).description("the keys there are, by id, and how much each encrypts").addOption(json("them")),
    "weft keys list",
  ).action(async (options: { json?: boolean }) => (await import("./commands/keys.ts")).listKeysCommand(options));
}
