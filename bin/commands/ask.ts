import { escapeUnprintable } from "../../codegen/diagnostics/quote.ts";
import { generateWorkflow } from "../../lib/ai/generate-workflow.ts";
import type { AiEvent, CallUse, GenerateRequest, Proposal } from "../../lib/api/ai-schemas.ts";
import { AppError } from "../../lib/errors.ts";
import { withServer } from "../open-server.ts";
import { mark, printDiagnostics, printJson } from "../print.ts";
import { parseJson, readText } from "../read-text.ts";
import { UsageError } from "../usage-error.ts";

export interface AskOptions {
  readonly graph?: string;
  readonly select?: string[];
  readonly run?: string;
  readonly json?: boolean;
}

/** `weft ask`: the proposed document on standard output, how it came about on standard error; exit code 1 when there is none, it has errors, or the answer broke off. */
export async function askCommand(prompt: string, options: AskOptions): Promise<void> {
  const request = await readRequest(prompt, options);
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  const proposal = await withServer({ deliver: false }, async ({ server, access }) => {
    for await (const event of await generateWorkflow(server, access, request, stop.signal)) {
      if (event.event === "proposal") return event.data;
      report(event);
    }
    throw new AppError("service_failed", "Stopped before there was a proposal.", { hint: "Ask again." });
  });
  conclude(proposal);
  if (proposal.operations.every(({ op }) => op === "say")) {
    throw new AppError("service_failed", "Nothing of what the model answered could be drawn.", { hint: "Ask in other words." });
  }
  await printJson(options.json ? proposal : proposal.graph);
}

async function readRequest(prompt: string, { graph: file, select, run }: AskOptions): Promise<GenerateRequest> {
  if (prompt.trim() === "") throw new UsageError("there is nothing to ask", 'Say it in a sentence: weft ask "every morning, …"');
  const document = file === undefined ? undefined : parseJson(await readText(file), file);
  if (document !== undefined && (typeof document !== "object" || document === null || Array.isArray(document))) {
    throw new UsageError(`${file} is no graph document`, "A graph document is a JSON object.");
  }
  return {
    prompt: prompt.trim(),
    ...(document === undefined ? {} : { graph: { ...document } }),
    ...(select === undefined ? {} : { selection: select }),
    ...(run === undefined ? {} : { run }),
  };
}

function report(event: AiEvent): void {
  switch (event.event) {
    case "started":
      return console.error(
        mark(
          "dim",
          `Asking ${event.data.model} (${event.data.provider}), which is shown ${event.data.catalog.shown} of ${event.data.catalog.all} actions`,
        ),
      );
    case "operation":
      return console.error(`${mark("green", "+")} ${escapeUnprintable(describe(event.data.operation))}`);
    case "rejected":
      return console.error(`${mark("red", "x")} ${event.data.reason}`);
    case "repair":
      return console.error(mark("dim", `Repair ${event.data.round}: ${event.data.diagnostics.length} problems go back`));
    case "refused":
      throw new AppError("service_failed", event.data.message, { hint: "Ask for something else." });
    case "error":
      throw new AppError("service_failed", event.data.message, event.data.hint === null ? {} : { hint: event.data.hint });
    default:
  }
}

function describe(operation: Proposal["operations"][number]): string {
  switch (operation.op) {
    case "setWorkflow":
      return `workflow ${operation.name ?? operation.title ?? ""}`;
    case "addNode":
      return `${operation.id}: ${operation.kind}${operation.label === undefined ? "" : `, ${operation.label}`}`;
    case "renameNode":
      return `${operation.id} is called ${operation.to}`;
    case "connect":
    case "disconnect":
      return `${operation.op} ${operation.from} ${operation.to}`;
    case "setNode":
    case "removeNode":
      return `${operation.op === "setNode" ? "change" : "remove"} ${operation.id}`;
    case "say":
      return operation.text;
  }
}

function conclude({ diagnostics, notices, repairs, failure, usage }: Proposal): void {
  printDiagnostics(diagnostics);
  for (const { message, node } of notices) console.error(`${mark("yellow", "!")} ${escapeUnprintable(`${node}: ${message}`)}`);
  console.error(mark("dim", `${repairs} ${repairs === 1 ? "repair" : "repairs"}, ${describeUse(usage)}`));
  if (failure) console.error(`${mark("red", "x")} ${failure.message}`);
  if (failure || diagnostics.some(({ severity }) => severity === "error")) process.exitCode = 1;
}

function describeUse({ inputTokens, outputTokens, dollars, estimated }: CallUse): string {
  return `${estimated ? "about " : ""}${inputTokens + outputTokens} tokens${dollars === null ? "" : `, $${dollars.toFixed(4)}`}`;
}
