import { Command, CommanderError, Option } from "commander";
import packageJson from "../package.json" with { type: "json" };
import { addConnectionCommands } from "./connection-commands.ts";
import type { AskOptions } from "./commands/ask.ts";
import type { ExportOptions } from "./commands/export.ts";
import type { ListRunsOptions } from "./commands/runs.ts";
import type { RerunRequest } from "../lib/runs/rerun-run.ts";
import type { InferTypesOptions } from "./commands/types.ts";
import { reportFailure } from "./report-failure.ts";
import { addServiceCommands } from "./service-commands.ts";

// Whoever reads the output may have read enough: `weft actions | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

const program = new Command("weft")
  .description("Compile a workflow graph to durable TypeScript, run it, publish it.")
  .version(packageJson.version, "-V, --version")
  .helpCommand("help [command]")
  .showHelpAfterError("(add --help for usage and an example)")
  .exitOverride()
  .configureOutput({
    getOutHasColors: () => process.stdout.hasColors?.() ?? false,
    getErrHasColors: () => process.stderr.hasColors?.() ?? false,
  });

const services = new Option("--service <file>", "also know the service that this file describes; may be repeated").argParser(
  (file: string, before: string[] | undefined) => [...(before ?? []), file],
);
const json = (what: string) => new Option("--json", `print ${what} as JSON`);

function example(command: Command, ...lines: string[]): Command {
  return command.addHelpText("after", `\nExample:\n${lines.map((line) => `  $ ${line}`).join("\n")}`);
}

example(
  program
    .command("compile")
    .argument("<graph>", "a graph document (JSON), or - for standard input")
    .description("print the TypeScript module that a graph becomes")
    .option("--ir", "print the control flow in between instead: what the graph means, before it is code")
    .addOption(services)
    .addOption(json("the module and its diagnostics")),
  "weft compile examples/order-alert/graph.json > order-alert.ts",
).action(async (file: string, options: { ir?: boolean; service?: string[]; json?: boolean }) =>
  (await import("./commands/compile.ts")).compileCommand(file, options),
);

example(
  program
    .command("parse")
    .argument("<module>", "a workflow module (TypeScript), or - for standard input")
    .option("--base <graph>", "the graph it came from: keeps ids, layout, notes and what the code leaves out")
    .addOption(services)
    .description("print the graph of a workflow module"),
  "weft parse order-alert.ts --base examples/order-alert/graph.json > graph.json",
).action(async (file: string, options: { base?: string; service?: string[] }) =>
  (await import("./commands/parse.ts")).parseCommand(file, options),
);

example(
  program
    .command("check")
    .argument("<graph>", "a graph document (JSON), or - for standard input")
    .addOption(services)
    .description("print everything wrong with a graph, types included")
    .addOption(json("the diagnostics")),
  "weft check examples/order-alert/graph.json",
).action(async (file: string, options: { service?: string[]; json?: boolean }) =>
  (await import("./commands/check.ts")).checkCommand(file, options),
);

example(
  program
    .command("actions")
    .argument("[words...]", "what to look for, or the kind of one action")
    .description("list what workflows may use, or show one action whole")
    .addOption(json("them")),
  "weft actions slack message",
  "weft actions slack.sendMessage",
).action(async (words: string[], options: { json?: boolean }) => (await import("./commands/actions.ts")).actionsCommand(words, options));

example(
  program
    .command("types")
    .description("what the data of workflows looks like")
    .command("infer")
    .argument("<workflow>", "a published workflow's name")
    .argument("<node>", "a node whose output nobody described, or the trigger")
    .option("--samples <file>", "a JSON list of what it gave, or - for standard input; its newest finished runs without it")
    .description("infer the type of what a node gives")
    .addOption(json("the schema and the type")),
  "weft types infer orderAlert order",
).action(async (workflow: string, node: string, options: InferTypesOptions) =>
  (await import("./commands/types.ts")).inferTypesCommand(workflow, node, options),
);

example(
  program
    .command("export")
    .argument("<graph...>", "graph documents (JSON); what they call is looked for among them, then in the workspace")
    .addOption(
      new Option("--format <format>", "project: a Next.js project of its own").choices(["project", "module", "json"]).default("project"),
    )
    .option("--out <folder>", "where the project goes: a new or empty folder")
    .option("--force", "into a folder that holds something: replace files of the same names, leave the others")
    .addOption(services)
    .description("workflows as an ordinary project that needs nothing of this one"),
  "weft export examples/order-alert/graph.json --out order-alert",
).action(async (files: string[], options: ExportOptions) => (await import("./commands/export.ts")).exportCommand(files, options));

example(
  program
    .command("run")
    .argument("<workflow>", "a graph document (.json) or a workflow module (.ts), or - for a graph on standard input")
    .option("--input <json>", "the run's input: JSON, @file, or - for standard input")
    .addOption(services)
    .option("--watch", "show the steps even when standard error is not a terminal")
    .description("run a workflow durably and print its result; Ctrl-C leaves it resumable"),
  `weft run examples/order-alert/graph.json --input '{"body":{"orderId":"1001"}}'`,
  "weft run workflow.ts --input @payload.json",
).action(async (file: string, options: { input?: string; service?: string[]; watch?: boolean }) =>
  (await import("./commands/run.ts")).runCommand(file, options),
);

example(
  program
    .command("resume")
    .argument("<run>", "the id of a run")
    .option("--watch", "show the steps even when standard error is not a terminal")
    .description("carry on with a run that was left, and print its result"),
  "weft resume run_01kaxyz",
).action(async (run: string, options: { watch?: boolean }) => (await import("./commands/run.ts")).resumeCommand(run, options));

example(
  program
    .command("publish")
    .argument("<graph>", "a graph document (JSON), or - for standard input")
    .option("--force", "although tests of the workflow fail")
    .description("make an immutable version of a workflow and point its trigger at it")
    .addOption(json("{ workflow, version, url }")),
  "weft publish examples/order-alert/graph.json --json",
).action(async (file: string, options: { json?: boolean; force?: boolean }) =>
  (await import("./commands/publish.ts")).publishCommand(file, options),
);

example(
  program
    .command("ask")
    .argument("<request>", "what the workflow should do, or what should change, in a sentence")
    .option("--graph <file>", "the document to change (JSON), or - for standard input; a new one without it")
    .option("--select <nodes...>", "the nodes that the request is about")
    .option("--run <run>", "a run whose error the model may read")
    .description("ask a language model for a workflow and print its document; nothing is stored")
    .addOption(json("the whole proposal: document, code, diagnostics, what to look at, tokens")),
  'weft ask "when an order over $500 comes in, ask me, then post to Slack" > order.json',
  'weft ask "retry the request three times" --graph order.json > new.json',
).action(async (request: string, options: AskOptions) => (await import("./commands/ask.ts")).askCommand(request, options));

const runs = program.command("runs").description("list runs, look at one, repeat one, wake one, cancel one, carry on with one");
example(
  runs
    .command("list", { isDefault: true })
    .option("--workflow <name>", "only this workflow's")
    .addOption(new Option("--status <status>", "only these").choices(["pending", "running", "waiting", "completed", "failed", "cancelled"]))
    .addOption(new Option("--limit <n>", "at most this many").default(20).argParser(Number))
    .description("the latest runs")
    .addOption(json("them")),
  "weft runs list --status failed --json",
).action(async (options: ListRunsOptions) => (await import("./commands/runs.ts")).listRunsCommand(options));
example(
  runs.command("show").argument("<run>", "the id of a run").description("a run with its steps").addOption(json("it")),
  "weft runs show run_01kaxyz",
).action(async (run: string, options: { json?: boolean }) => (await import("./commands/runs.ts")).showRunCommand(run, options));
example(
  runs.command("cancel").argument("<run>", "the id of a run").description("stop a run at its next step").addOption(json("it")),
  "weft runs cancel run_01kaxyz",
).action(async (run: string, options: { json?: boolean }) => (await import("./commands/runs.ts")).cancelRunCommand(run, options));
example(
  runs
    .command("rerun")
    .argument("<run>", "the id of a run")
    .addOption(new Option("--from <where>", "failed: what was completed is not done again").choices(["start", "failed"]).default("start"))
    .addOption(new Option("--version <version>", "the version it ran, or the live one").choices(["same", "live"]).default("same"))
    .option("--watch", "show the steps even when standard error is not a terminal")
    .description("run again with the same input, and print the result"),
  "weft runs rerun run_01kaxyz --from failed --version live",
).action(async (run: string, options: RerunRequest & { watch?: boolean }) =>
  (await import("./commands/run.ts")).rerunCommand(run, options),
);
example(
  runs
    .command("wake")
    .argument("<run>", "the id of a run")
    .option("--wait <id>", "only this sleep")
    .description("end a run's sleep now; an approval's timeout is no sleep")
    .addOption(json("{ id, woken }")),
  "weft runs wake run_01kaxyz",
).action(async (run: string, options: { wait?: string; json?: boolean }) =>
  (await import("./commands/runs.ts")).wakeRunCommand(run, options),
);
example(
  runs
    .command("resume")
    .argument("<run>", "the id of a run")
    .option("--watch", "show the steps even when standard error is not a terminal")
    .description("the same as weft resume"),
  "weft runs resume run_01kaxyz",
).action(async (run: string, options: { watch?: boolean }) => (await import("./commands/run.ts")).resumeCommand(run, options));

for (const [name, what, payload] of [
  ["approve", "answer an approval with yes", "comment"],
  ["reject", "answer an approval with no", "comment"],
  ["send", "hand a waiting run the event it waits for", "data"],
] as const) {
  example(
    program
      .command(name)
      .argument("<run>", "the id of a run")
      .argument("<node>", "the id of the node that waits")
      .option(payload === "data" ? "--data <json>" : "--comment <text>", payload === "data" ? "the event's body: JSON, @file or -" : "why")
      .description(what),
    payload === "data"
      ? `weft send run_01kaxyz paid --data '{"reference":"A-1"}'`
      : `weft ${name} run_01kaxyz boss --comment "fine with me"`,
  ).action(async (run: string, node: string, options: { comment?: string; data?: string }) =>
    (await import("./commands/answer.ts")).answerCommand(name, run, node, options),
  );
}

const test = program.command("test").description("tests of workflows");
example(
  test
    .command("from-run")
    .argument("<run>", "the id of a finished run")
    .option("--out <file>", "where it goes; standard output without it")
    .description("a run as a Vitest file of an exported project: its steps answer as they did"),
  "weft test from-run run_01kaxyz --out order-alert/tests/order-alert.test.ts",
).action(async (run: string, options: { out?: string }) => (await import("./commands/test.ts")).testFromRunCommand(run, options));

addServiceCommands(program, example, json);

const key = program.command("key").description("API keys");
example(
  key
    .command("create")
    .requiredOption("--name <name>", "what it is for")
    .option("--workflow <name...>", "only these workflows; all without it")
    .option("--read", "may only look")
    .option("--admin", "may also publish workflows")
    .description("make a key; it is shown once")
    .addOption(json("{ key }")),
  "weft key create --name shop --workflow orderAlert",
).action(async (options: { name: string; workflow?: string[]; read?: boolean; admin?: boolean; json?: boolean }) =>
  (await import("./commands/key.ts")).createKeyCommand(options),
);

example(key.command("list").description("the keys there are").addOption(json("them")), "weft key list").action(
  async (options: { json?: boolean }) => (await import("./commands/key.ts")).listKeysCommand(options),
);
example(
  key.command("revoke").argument("<key>", "the id of a key").description("stop a key for good"),
  "weft key revoke key_0mi3k5v2xyz",
).action(async (id: string) => (await import("./commands/key.ts")).revokeKeyCommand(id));

addConnectionCommands(program, example, json);

example(
  program
    .command("start")
    .option("--dev", "rebuild as the source changes")
    .option("--no-examples", "leave the example workflows and the demonstration service out")
    .description("start the server, and the embedded database unless DATABASE_URL is set"),
  "PORT=8080 weft start",
).action(async (options: { dev?: boolean; examples: boolean }) => (await import("./commands/start.ts")).startCommand(options));

example(
  program.command("open").description("print a link that lets your browser in as an owner, once").addOption(json("{ url }")),
  "weft open",
).action(async (options: { json?: boolean }) => (await import("./commands/open.ts")).openCommand(options));

example(program.command("migrate").description("bring the database's tables up to date"), "DATABASE_URL=postgres://… weft migrate").action(
  async () => (await import("./commands/migrate.ts")).migrateCommand(),
);

example(
  program.command("rebuild-projection").description("make the tables of runs and steps anew from the event log"),
  "weft rebuild-projection",
).action(async () => (await import("./commands/rebuild-projection.ts")).rebuildProjectionCommand());

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else process.exitCode = reportFailure(error);
}
// Whatever a library keeps open, a command that is done is done; what it printed is out by now.
process.exit();
