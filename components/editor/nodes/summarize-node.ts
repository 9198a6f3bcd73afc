import type { GraphNode } from "../../../codegen/schema/graph.ts";
import type { Json } from "../../../codegen/schema/json.ts";
import { configOf } from "../../../codegen/schema/node-facts.ts";
import { describeCron } from "./describe-cron.ts";
import { describeKind } from "./describe-kind.ts";

/** What stands first on a node: its label, or what its kind is called. */
export function titleOf(node: GraphNode): string {
  const label = node.label?.trim();
  return label === undefined || label === "" ? describeKind(node.kind).label : label;
}

type Config = Readonly<Record<string, Json>>;

/** Fields that say most about a step, best first; the first one or two that are set are shown. */
const TELLING =
  "channel chat_id to url query prompt model path repo repository table spreadsheet spreadsheetId database sql bucket key subject title name text message id".split(
    " ",
  );

/** The one or two settings of a node that tell it from others of its kind; empty when there is nothing to say. */
export function summarizeNode(node: GraphNode): string {
  const config = configOf(node);
  switch (node.kind) {
    case "trigger":
      return summarizeTrigger(config);
    case "code":
      return firstCodeLine(typeof config["source"] === "string" ? config["source"] : "");
    case "control.if":
      return textOf(config["when"]);
    case "control.switch":
      return summarizeCases(config["cases"]);
    case "control.forEach":
      return join([
        `${textOf(config["as"]) || "item"} of ${bare(textOf(config["items"])) || "…"}`,
        many(config["concurrency"], (count) => `${count} at a time`),
      ]);
    case "control.repeat":
      return join([
        textOf(config["until"]) === "" ? "" : `until ${textOf(config["until"])}`,
        many(config["max"], (count) => `at most ${count}`),
        every(config["every"]),
      ]);
    case "control.sleep":
      return config["until"] === undefined ? textOf(config["for"]) : `until ${textOf(config["until"]).replace("T", " ")}`;
    case "control.approval":
      return join([textOf(config["message"]), config["timeout"] === undefined ? "" : `within ${textOf(config["timeout"])}`]);
    case "control.waitForEvent":
      return config["timeout"] === undefined ? "" : `at most ${textOf(config["timeout"])}`;
    case "control.call":
      return textOf(config["workflow"]);
    case "control.set":
      return Object.keys(objectOf(config["fields"])).join(", ");
    case "control.return":
      return join([textOf(config["status"]), summarizeValue(config["value"])]);
    case "control.fail":
      return textOf(config["message"]);
    case "note":
      return "";
    case "http.request":
      return `${textOf(config["method"]) || "GET"} ${shortAddress(textOf(config["url"]))}`.trim();
    default:
      return summarizeAction(config);
  }
}

function summarizeTrigger(config: Config): string {
  const on = textOf(config["on"]);
  if (on === "schedule") return join([describeCron(textOf(config["cron"])), textOf(config["timezone"])]);
  if (on === "event") return join([textOf(config["service"]), textOf(config["event"])]);
  if (on === "http") return config["respond"] === "sync" ? "HTTP, answers with the result" : "HTTP, answers at once";
  return on === "manual" ? "by hand" : "";
}

function summarizeCases(cases: Json | undefined): string {
  const list = Array.isArray(cases) ? cases : [];
  const first = objectOf(list[0]);
  const rest = list.length > 1 ? ` and ${list.length - 1} more` : "";
  return textOf(first["when"]) === "" ? "" : `${textOf(first["when"])}${rest}`;
}

function summarizeAction(config: Config): string {
  const telling = TELLING.map((name) => config[name]).filter((value) => textOf(value) !== "");
  const values = telling.length > 0 ? telling : Object.values(config).filter((value) => textOf(value) !== "");
  return join(values.slice(0, 2).map((value) => bare(textOf(value))));
}

function summarizeValue(value: Json | undefined): string {
  const names = Object.keys(objectOf(value));
  return names.length > 0 ? names.join(", ") : bare(textOf(value));
}

function firstCodeLine(source: string): string {
  const lines = source.split("\n").map((line) => line.trim());
  return lines.find((line) => line !== "" && !/^(?:\/\/|\/\*|\*|interface|type |import |\}|\w+\??: )/.test(line)) ?? "";
}

/** Without scheme and with `{{ }}` shortened to what it names last. */
function shortAddress(url: string): string {
  return url.replace(/^https?:\/\//, "").replaceAll(/\{\{\s*(.*?)\s*\}\}/g, (_all, expression: string) => `{${expression}}`);
}

/** A value that is one expression without its braces. */
function bare(text: string): string {
  return /^\{\{\s*([^]*?)\s*\}\}$/.exec(text)?.[1] ?? text;
}

function textOf(value: Json | undefined): string {
  return typeof value === "string"
    ? value.replaceAll(/\s+/g, " ").trim()
    : typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : "";
}

function objectOf(value: Json | undefined): Config {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
}

function many(value: Json | undefined, say: (count: number) => string): string {
  return typeof value === "number" && value > 1 ? say(value) : "";
}

function every(value: Json | undefined): string {
  return textOf(value) === "" ? "" : `every ${textOf(value)}`;
}

function join(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}
